package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.OnDemandScans;
import io.jenkins.plugins.securitycenter.client.OnDemandScans.Marked;
import io.jenkins.plugins.securitycenter.client.ScanMark;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Removes scans that were made for builds which could not do it themselves, since they crashed or lost the server.
 * Shared by all runs of a controller.
 */
final class Leftovers {

    private static final Logger LOGGER = Logger.getLogger(Leftovers.class.getName());
    /** Keeps the build that sweeps from being held up. */
    private static final int MOST = 20;

    private final Set<ScanMark> inUse = ConcurrentHashMap.newKeySet();

    void inUse(ScanMark mark) {
        inUse.add(mark);
    }

    void noLongerInUse(ScanMark mark) {
        inUse.remove(mark);
    }

    /** Removes what this Jenkins made and nobody needs; what cannot be removed is left to the next sweep. */
    void sweep(SecurityCenter server, OnDemandOrder order, Beginning.Steps steps) throws InterruptedException {
        OnDemandScans scans = new OnDemandScans(server);
        try {
            int removed = 0;
            for (Marked scan : scans.marked()) {
                if (removed < MOST && removable(scan, order)) {
                    scans.delete(scan.id());
                    removed++;
                    steps.log("Removed scan \"" + scan.name() + "\", which build "
                            + scan.mark().build() + " left behind.");
                }
            }
        } catch (SecurityCenterException e) {
            LOGGER.log(Level.INFO, "Scans that builds left behind could not be removed now.", e);
        }
    }

    private boolean removable(Marked scan, OnDemandOrder order) {
        return scan.mark().instance().equals(order.mark().instance())
                && !scan.mark().equals(order.mark())
                && !inUse.contains(scan.mark())
                && order.abandoned().test(scan);
    }
}
