package io.jenkins.plugins.securitycenter.report;

import io.jenkins.plugins.securitycenter.model.Finding;
import java.time.Duration;
import java.time.Instant;

/**
 * How long findings of hosts that are not scanned any more are kept for comparisons: 365 days after they were last seen,
 * as long as SecurityCenter keeps them unless it is told otherwise; and no more of them than there are current findings,
 * or {@value #AT_LEAST} if that is more, so that hosts with ever new addresses cannot fill the disk.
 */
final class Retention {

    static final Duration AGE = Duration.ofDays(365);
    static final long AT_LEAST = 100_000;

    private final Instant oldest;
    private final long most;
    private long kept;
    private long forgotten;

    Retention(Instant now, long current) {
        this.oldest = now.minus(AGE);
        this.most = Math.max(AT_LEAST, current);
    }

    /** Whether to keep this one, and counts it. */
    boolean keep(Finding finding) {
        boolean old = finding.lastSeen().isPresent() && finding.lastSeen().get().isBefore(oldest);
        if (old || kept >= most) {
            forgotten++;
            return false;
        }
        kept++;
        return true;
    }

    long forgotten() {
        return forgotten;
    }
}
