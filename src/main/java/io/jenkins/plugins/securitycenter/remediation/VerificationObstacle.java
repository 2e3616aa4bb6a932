package io.jenkins.plugins.securitycenter.remediation;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.ScanTarget;
import java.util.Optional;

/** The reasons why no remediation scan can verify a finding. */
public enum VerificationObstacle {
    WEB_APPLICATION("found by a web application scan"),
    AGENT("in a repository of agents, which no scan reaches"),
    COMPLIANCE("the result of a compliance check"),
    NO_HOST("on a host without a valid address or name"),
    NO_REPOSITORY("in an unknown repository");

    /** The family of the checks of audit files. */
    private static final String COMPLIANCE_FAMILY = "N/A";

    private final String reason;

    VerificationObstacle(String reason) {
        this.reason = reason;
    }

    /** Returns what follows "finding" in a sentence. */
    public String reason() {
        return reason;
    }

    /** Returns why the finding cannot be verified; empty if it can. */
    public static Optional<VerificationObstacle> of(Finding finding) {
        if (!finding.host().url().isEmpty()) {
            return Optional.of(WEB_APPLICATION);
        }
        if (finding.host().byUuid()) {
            return Optional.of(AGENT);
        }
        if (finding.plugin().family().equalsIgnoreCase(COMPLIANCE_FAMILY)) {
            return Optional.of(COMPLIANCE);
        }
        if (!isOneHost(finding.host())) {
            return Optional.of(NO_HOST);
        }
        return finding.repository().id().isEmpty() ? Optional.of(NO_REPOSITORY) : Optional.empty();
    }

    /** A scanned host chooses its name, which must not be a network, a range or the address of another host. */
    private static boolean isOneHost(Host host) {
        try {
            ScanTarget target = ScanTarget.parse(target(host));
            return host.ip().isEmpty() ? target.named() : target.oneAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns the target of a scan of the host. */
    static String target(Host host) {
        return host.ip().isEmpty() ? host.dnsName() : host.ip();
    }
}
