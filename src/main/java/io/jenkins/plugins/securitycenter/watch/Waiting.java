package io.jenkins.plugins.securitycenter.watch;

import java.util.concurrent.CompletableFuture;

/** What a build waits for while a server works on it. */
public interface Waiting {

    /** Begins, or goes on after a restart; returns at once. */
    void start();

    /** Where it stands, in a few words for people. */
    String status();

    /**
     * Ends the wait, which then tells nothing more.
     *
     * @return done when the server was told what was ordered for this case, or could not be told
     */
    CompletableFuture<Void> abort();
}
