package io.jenkins.plugins.securitycenter.task;

import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.securitycenter.client.resource.OnDemandScans.Marked;
import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Creates and reads the marks that identify the build of an on-demand scan on the server. */
@Restricted(NoExternalUse.class)
public final class OnDemandOwner {

    /**
     * How long the scan of an unknown build is kept. The build may have been renamed, or may belong to a copy of this
     * Jenkins, so this is longer than a scan takes.
     */
    private static final Duration KEPT = Duration.ofDays(7);

    private OnDemandOwner() {}

    /**
     * Creates the mark of a scan for a build and stores its token in the build.
     *
     * @param token identifies the scan among those of the build
     */
    public static ScanOwnerTag of(Run<?, ?> run, String token) throws IOException {
        OnDemandScanAction.remember(run, token);
        return tag(run.getExternalizableId() + " " + token);
    }

    /** Returns a mark of this Jenkins that belongs to no build. */
    public static ScanOwnerTag ofJenkins() {
        return tag("");
    }

    private static ScanOwnerTag tag(String build) {
        return new ScanOwnerTag(Jenkins.get().getLegacyInstanceId(), build);
    }

    /** Returns whether the build that created a scan is no longer running. */
    @SuppressWarnings("try")
    public static boolean abandoned(Marked scan) {
        String build = scan.mark().build();
        int blank = build.lastIndexOf(' ');
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            Run<?, ?> run = Run.fromExternalizableId(blank < 0 ? build : build.substring(0, blank));
            return run != null && OnDemandScanAction.known(run, build.substring(blank + 1))
                    ? !run.isBuilding()
                    : old(scan);
        } catch (IllegalArgumentException e) {
            return old(scan);
        }
    }

    private static boolean old(Marked scan) {
        Instant limit = Instant.now().minus(KEPT);
        return scan.created().filter(limit::isAfter).isPresent();
    }
}
