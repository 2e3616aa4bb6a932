package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.FieldDigest;
import io.jenkins.plugins.securitycenter.model.Finding;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the numbers of the findings of a reference and of their hosts. Not thread-safe. */
final class ReferenceLookup {

    private final FieldDigest digest;
    private final ReferenceHosts hosts;
    private final ReferenceMarks known;

    /** The finding that was looked up last, because each is looked up several times. */
    private @Nullable Finding last;

    private int lastHost;
    private int lastSlot;

    ReferenceLookup(FieldDigest digest, ReferenceHosts hosts, ReferenceMarks known) {
        this.digest = digest;
        this.hosts = hosts;
        this.known = known;
    }

    /** Returns the number of a finding of the reference. */
    int slot(Finding reference) {
        lookUp(reference);
        return lastSlot;
    }

    /** Returns the number of the host of a finding of the reference. */
    int host(Finding reference) {
        lookUp(reference);
        return lastHost;
    }

    /** Returns the number of the finding on that host; {@link FingerprintMap#NO_SLOT} if the reference does not have it. */
    int slot(int host, Finding finding) {
        return host == HostIndex.NONE ? FingerprintMap.NO_SLOT : known.slot(fingerprint(host, finding));
    }

    long fingerprint(int host, Finding finding) {
        return digest.number(
                "finding",
                Integer.toString(host),
                Integer.toString(finding.port()),
                finding.protocol().toUpperCase(Locale.ROOT),
                finding.plugin().id());
    }

    @SuppressWarnings("ReferenceEquality") // only the finding of the last call is remembered
    private void lookUp(Finding reference) {
        if (reference == last) {
            return;
        }
        int number = hosts.find(hosts.digests(reference));
        int found = slot(number, reference);
        if (found == FingerprintMap.NO_SLOT) {
            throw new IllegalStateException("The first pass did not contain this finding of the reference.");
        }
        last = reference;
        lastHost = number;
        lastSlot = found;
    }
}
