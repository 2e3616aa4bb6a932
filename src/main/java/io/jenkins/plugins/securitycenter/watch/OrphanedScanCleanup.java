package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.OnDemandScans;
import io.jenkins.plugins.securitycenter.client.resource.OnDemandScans.Marked;
import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Removes the definitions of on-demand scans whose builds ended without removing them. */
final class OrphanedScanCleanup {

    private static final Logger LOGGER = Logger.getLogger(OrphanedScanCleanup.class.getName());
    /** Maximum number of scans to remove at a time, so that the build that removes them is not delayed much. */
    private static final int MOST = 20;

    private final RunRegistry registry;

    OrphanedScanCleanup(RunRegistry registry) {
        this.registry = registry;
    }

    /**
     * Removes the scans that this Jenkins created and no run needs. Those that cannot be removed are left to a later
     * build.
     */
    void remove(SecurityCenter server, OnDemandOptions options, Consumer<String> log) throws InterruptedException {
        OnDemandScans scans = new OnDemandScans(server);
        ServerRuns runs = registry.on(server.endpoint().url());
        try {
            int removed = 0;
            for (Marked scan : scans.marked()) {
                if (removed < MOST && removable(scan, options, runs)) {
                    scans.delete(scan.id());
                    removed++;
                    log.accept("Removed scan \"" + scan.name() + "\", left over from build " + name(scan.mark()) + ".");
                }
            }
        } catch (SecurityCenterException e) {
            LOGGER.log(
                    Level.INFO,
                    "Could not remove leftover on-demand scans; the next build that creates a scan tries again",
                    e);
        }
    }

    private static boolean removable(Marked scan, OnDemandOptions options, ServerRuns runs) {
        return scan.mark().instance().equals(options.mark().instance())
                && !scan.mark().equals(options.mark())
                && !runs.isOwnerTagInUse(scan.mark())
                && options.abandoned().test(scan);
    }

    /**
     * Returns the build of a mark without the suffix after its number, which only distinguishes builds that have the
     * same number.
     */
    private static String name(ScanOwnerTag mark) {
        return mark.build().replaceFirst("(#\\d+) \\S*$", "$1");
    }
}
