package io.jenkins.plugins.securitycenter.watch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Logs the cleanup of a run whose build no longer exists to the Jenkins system log. */
final class OrphanedRunLog<T> implements RunListener<T> {

    private static final Logger LOGGER = Logger.getLogger(OrphanedRunLog.class.getName());

    private final RunOwner owner;

    OrphanedRunLog(RunOwner owner) {
        this.owner = owner;
    }

    @Override
    public CompletionStage<Void> saved(RunState state) {
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void log(String line) {
        LOGGER.log(Level.INFO, "{0}: {1}", new Object[] {owner.build(), line});
    }

    @Override
    public void finished(T result) {
        // No build receives the result.
    }

    @Override
    public void failed(Exception problem) {
        LOGGER.log(Level.FINE, "A run whose build no longer waits for it has failed", problem);
    }

    @Override
    public void aborted() {
        // Expected: an orphaned run is always aborted.
    }
}
