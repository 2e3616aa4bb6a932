package io.jenkins.plugins.securitycenter.task;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.listeners.ItemListener;
import hudson.model.listeners.RunListener;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.securitycenter.config.CredentialsLookup;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.config.Server;
import io.jenkins.plugins.securitycenter.watch.AccountLookup;
import io.jenkins.plugins.securitycenter.watch.RunEntry;
import io.jenkins.plugins.securitycenter.watch.RunOwner;
import io.jenkins.plugins.securitycenter.watch.RunState;
import io.jenkins.plugins.securitycenter.watch.ServerAccount;
import io.jenkins.plugins.securitycenter.watch.ServerRuns;
import io.jenkins.plugins.securitycenter.watch.WatchServices;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import jenkins.util.Timer;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Cleans up the runs of builds that have ended: stops their scans, if requested, and removes the objects that were
 * created for them. Checked when Jenkins has started and when a build has ended.
 */
@Restricted(NoExternalUse.class)
public final class OrphanedRunCleanup {

    private static final Logger LOGGER = Logger.getLogger(OrphanedRunCleanup.class.getName());

    private OrphanedRunCleanup() {}

    private static boolean isOver(RunEntry entry) {
        Run<?, ?> build = build(entry.owner());
        boolean told = entry.state().phase() == RunState.Phase.CLEANING_UP
                && entry.state().isReported();
        return build == null || !build.isBuilding() || told;
    }

    /** Cleans up the runs of builds that have ended on one server. */
    public static void cleanUp(ServerRuns runs) {
        cleanUp(runs, OrphanedRunCleanup::isOver);
    }

    @SuppressWarnings("try")
    private static void cleanUp(ServerRuns runs, Predicate<RunEntry> which) {
        WatchServices watch = SecurityCenterService.get().watch();
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            runs.detached().stream().filter(which).forEach(entry -> cleanUp(watch, entry));
        }
    }

    private static void cleanUp(Predicate<RunEntry> which) {
        try {
            for (ServerRuns runs :
                    SecurityCenterService.get().watch().registry().all()) {
                cleanUp(runs, which);
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Could not read the runs of builds that have ended", e);
        }
    }

    private static void cleanUp(WatchServices watch, RunEntry entry) {
        try {
            watch.cleanUp(entry, account(entry.owner()));
        } catch (IllegalArgumentException e) {
            LOGGER.log(Level.WARNING, "Could not clean up the run of {0}: {1}", new Object[] {
                entry.owner().build(), e.getMessage()
            });
        }
    }

    /** Returns the account of the build or, if the build was deleted, of its job. */
    private static AccountLookup account(RunOwner owner) {
        return () -> {
            Run<?, ?> build = build(owner);
            ServerChoice connection = new ServerChoice(owner.server(), owner.credentialsId());
            if (build != null) {
                return connection.target(build);
            }
            Server server = SecurityCenterConfiguration.get().server(owner.server());
            return new ServerAccount(
                    server.endpoint(),
                    CredentialsLookup.ofForm(job(owner), server, owner.credentialsId()),
                    Duration.ofSeconds(server.getPollInterval()));
        };
    }

    @CheckForNull
    private static Run<?, ?> build(RunOwner owner) {
        try {
            return Run.fromExternalizableId(owner.build());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @CheckForNull
    private static Job<?, ?> job(RunOwner owner) {
        int number = owner.build().lastIndexOf('#');
        return number < 0 ? null : Jenkins.get().getItemByFullName(owner.build().substring(0, number), Job.class);
    }

    /** Cleans up the runs of builds that did not resume after Jenkins has started. */
    @Extension
    public static final class JobsLoaded extends ItemListener {

        @Override
        public void onLoaded() {
            // Jenkins starts sooner if it does not wait until the service is created
            Timer.get().execute(() -> SecurityCenterService.get().execute(() -> cleanUp(OrphanedRunCleanup::isOver)));
        }
    }

    /** Follows jobs that are renamed or moved while their builds wait. */
    @Extension
    public static final class JobsMoved extends ItemListener {

        @Override
        public void onLocationChanged(Item item, String oldFullName, String newFullName) {
            try {
                SecurityCenterService.get().watch().registry().moved(oldFullName, newFullName);
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, "Could not store the new name of " + oldFullName, e);
            }
        }
    }

    /** Cleans up the runs of a build that has ended. */
    @Extension
    public static final class BuildEnds extends RunListener<Run<?, ?>> {

        @Override
        public void onFinalized(Run<?, ?> build) {
            String id = build.getExternalizableId();
            SecurityCenterService.get()
                    .execute(() -> cleanUp(entry -> entry.owner().build().equals(id)));
        }
    }
}
