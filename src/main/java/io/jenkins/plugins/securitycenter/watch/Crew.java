package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.Pause;
import io.jenkins.plugins.securitycenter.client.Sessions;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;

/** What the runs of a controller share. The executor's threads do the calls, so a few of them serve many runs. */
public final class Crew implements AutoCloseable {

    private final Sessions sessions;
    private final ScheduledExecutorService executor;
    private final Pause pause;
    private final InstantSource clock;
    private final Watcher watcher;
    private final NewResults results;
    private final Leftovers leftovers = new Leftovers();

    /** @param executor stays the caller's to shut down */
    public Crew(Sessions sessions, ScheduledExecutorService executor, Pause pause, InstantSource clock) {
        this.sessions = sessions;
        this.executor = executor;
        this.pause = pause;
        this.clock = clock;
        this.watcher = new Watcher(sessions, executor);
        this.results = new NewResults(pause);
    }

    public Sessions sessions() {
        return sessions;
    }

    ScheduledExecutorService executor() {
        return executor;
    }

    Pause pause() {
        return pause;
    }

    InstantSource clock() {
        return clock;
    }

    Watcher watcher() {
        return watcher;
    }

    NewResults results() {
        return results;
    }

    Leftovers leftovers() {
        return leftovers;
    }

    /** Stops polling and ends all sessions; runs that wait are not told, so that a restart can resume them. */
    @Override
    public void close() {
        watcher.close();
        sessions.close();
    }
}
