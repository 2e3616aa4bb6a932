package io.jenkins.plugins.securitycenter.watch;

import java.net.URI;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** The executors that runs share. */
public interface WatchThreads extends AutoCloseable {

    /** Returns the scheduler. Its tasks must not block. */
    ScheduledExecutorService scheduler();

    /** Returns the executor for local work: storing states and notifying builds. */
    Executor local();

    /** Returns the executor for short requests to one server, so that a slow server delays no other. */
    Executor calls(URI server);

    /** Returns the executor for file transfers from and to one server. */
    Executor transfers(URI server);

    /** Interrupts and ends all threads. */
    @Override
    void close();
}
