package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.model.Finding;
import java.time.Duration;
import java.time.Instant;

/**
 * Decides how long to keep findings of hosts that are no longer scanned for comparisons: 365 days after they were last
 * seen, which is the default retention of SecurityCenter. At most as many are kept as there are current findings, or
 * {@value #AT_LEAST} if that is more, so that hosts whose addresses keep changing cannot fill the disk.
 */
public final class Retention {

    static final Duration AGE = Duration.ofDays(365);
    static final long AT_LEAST = 100_000;

    private final Instant oldest;
    private final long most;
    private long kept;
    private long dropped;

    public Retention(Instant now, long current) {
        this.oldest = now.minus(AGE);
        this.most = Math.max(AT_LEAST, current);
    }

    /** Returns whether to keep the finding, and counts it. */
    public boolean keep(Finding finding) {
        boolean old = finding.lastSeen().isPresent() && finding.lastSeen().get().isBefore(oldest);
        if (old || kept >= most) {
            dropped++;
            return false;
        }
        kept++;
        return true;
    }

    public long dropped() {
        return dropped;
    }
}
