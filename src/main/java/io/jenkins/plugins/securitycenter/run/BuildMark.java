package io.jenkins.plugins.securitycenter.run;

import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.securitycenter.client.OnDemandScans.Marked;
import io.jenkins.plugins.securitycenter.client.ScanMark;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import jenkins.model.Jenkins;

/** Says on the server which build of which Jenkins a scan was made for. */
public final class BuildMark {

    /**
     * A build that is not known any more may have been renamed, or be one of a copy of this Jenkins, so that its scan is
     * kept for longer than it may take.
     */
    private static final Duration KEPT = Duration.ofDays(7);

    private BuildMark() {}

    /**
     * The mark of a scan for a build, which from now on knows of it.
     *
     * @param token tells the scans of a build apart
     */
    public static ScanMark of(Run<?, ?> run, String token) throws IOException {
        MadeScan.remember(run, token);
        return new ScanMark(Jenkins.get().getLegacyInstanceId(), run.getExternalizableId() + " " + token);
    }

    /** Whether the build of this Jenkins that a scan was made for does not run any more. */
    @SuppressWarnings("try")
    public static boolean abandoned(Marked scan) {
        String build = scan.mark().build();
        int blank = build.lastIndexOf(' ');
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            Run<?, ?> run = Run.fromExternalizableId(blank < 0 ? build : build.substring(0, blank));
            return run != null && MadeScan.known(run, build.substring(blank + 1)) ? !run.isBuilding() : old(scan);
        } catch (IllegalArgumentException e) {
            return old(scan);
        }
    }

    private static boolean old(Marked scan) {
        Instant limit = Instant.now().minus(KEPT);
        return scan.created().filter(limit::isAfter).isPresent();
    }
}
