package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.OnDemandScans;
import io.jenkins.plugins.securitycenter.client.resource.OnDemandScans.Marked;
import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Removes the definitions of on-demand scans whose builds ended without removing them. */
final class OrphanedScanCleanup {

    private static final Logger LOGGER = Logger.getLogger(OrphanedScanCleanup.class.getName());
    /** Maximum number of scans to remove at a time, so that the build that removes them is not delayed much. */
    private static final int MOST = 20;

    private final RunRegistry registry;

    OrphanedScanCleanup(RunRegistry registry) {
        this.registry = registry;
    }

    /** Returns whether there may be scans that the account of the connection can remove. */
    boolean expected(SecurityCenter server, AccountId account) {
        return runs(server).mayHaveLeftOvers(account);
    }

    /**
     * Removes the scans that this Jenkins created and no run needs. Those that cannot be removed are left to a later
     * build.
     *
     * @param account that of the connection
     */
    void remove(SecurityCenter server, OnDemandOptions options, AccountId account, Consumer<String> log)
            throws InterruptedException {
        try {
            List<RunEntry> known = runs(server).leftOvers();
            boolean policies = Objects.requireNonNull(options.scan()).hasPolicy() || expected(server, account);
            List<Marked> remaining = new ArrayList<>(
                    find(server, options.mark(), scan -> !scan.mark().equals(options.mark()), policies));
            List<Marked> abandoned =
                    remaining.stream().filter(options.abandoned()).limit(MOST).toList();
            remove(
                    server,
                    abandoned,
                    orphan -> log.accept("Removed " + orphan.type().word() + " \"" + orphan.name()
                            + "\", left over from build " + orphan.build() + "."));
            remaining.removeAll(abandoned);
            // a scan that was removed may have a policy
            Set<ScanOwnerTag> removed = policies ? tags(abandoned) : Set.of();
            runs(server).searched(new LeftOverRuns.Search(account, known, removed, tags(remaining)));
        } catch (SecurityCenterException e) {
            LOGGER.log(
                    Level.INFO,
                    "Could not remove leftover on-demand scans; the next build that creates a scan tries again",
                    e);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Could not store that leftover on-demand scans were removed", e);
        }
    }

    private static Set<ScanOwnerTag> tags(List<Marked> objects) {
        return objects.stream().map(Marked::mark).collect(Collectors.toSet());
    }

    /**
     * Returns the scans that this Jenkins created and no run needs.
     *
     * @param own a mark of this Jenkins
     * @param abandoned whether a scan that a run of this Jenkins created is no longer needed
     * @param policies whether to search for policies too, after the scans that use them
     */
    List<Marked> find(SecurityCenter server, ScanOwnerTag own, Predicate<Marked> abandoned, boolean policies)
            throws SecurityCenterException, InterruptedException {
        ServerRuns runs = runs(server);
        List<Marked> marked = new ArrayList<>(new OnDemandScans(server).marked(Marked.Type.SCAN));
        if (policies) {
            marked.addAll(new OnDemandScans(server).marked(Marked.Type.POLICY));
        }
        return marked.stream()
                .filter(scan -> scan.mark().instance().equals(own.instance()))
                .filter(scan -> !runs.isOwnerTagInUse(scan.mark()))
                .filter(abandoned)
                .toList();
    }

    private ServerRuns runs(SecurityCenter server) {
        return registry.on(server.endpoint().url());
    }

    /** Removes the scans, and reports each one that was removed. */
    static void remove(SecurityCenter server, List<Marked> orphans, Consumer<OrphanedScan> removed)
            throws SecurityCenterException, InterruptedException {
        OnDemandScans scans = new OnDemandScans(server);
        for (Marked scan : orphans) {
            scans.delete(scan.type(), scan.id());
            removed.accept(orphan(scan));
        }
    }

    /**
     * Returns the scan with its build, without the suffix after the number of the build, which only distinguishes builds
     * that have the same number.
     */
    static OrphanedScan orphan(Marked scan) {
        return new OrphanedScan(scan.type(), scan.name(), scan.mark().build().replaceFirst("(#\\d+) \\S*$", "$1"));
    }
}
