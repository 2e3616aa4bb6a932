package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import java.util.function.Predicate;

/**
 * The hosts that a scan reached, in some 15 bytes each. As a predicate it tells whether the host of a finding is among
 * them, and so whether the absence of that finding means that it was fixed.
 *
 * <p>A scanned host nearly always has findings, if only informative ones, so adding the current findings is enough
 * unless the findings were filtered; then the hosts have to be added by name.
 */
public final class ScannedHosts implements Predicate<Finding> {

    private static final byte SCANNED = 1;

    private final Fingerprints hosts = new Fingerprints();

    /** Adds the host of a current finding. */
    public void add(Finding finding) {
        add(finding.repository().id(), finding.host().identity());
    }

    /** Adds a host by repository and {@code Host.identity()}. */
    public void add(String repositoryId, String identity) {
        hosts.mark(Fingerprint.ofHost(repositoryId, identity), SCANNED);
    }

    @Override
    public boolean test(Finding finding) {
        return hosts.mark(Fingerprint.ofHost(
                        finding.repository().id(), finding.host().identity()))
                == SCANNED;
    }

    /** The number of different hosts. */
    public long size() {
        return hosts.size();
    }
}
