package io.jenkins.plugins.securitycenter.watch;

import java.net.URI;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** The threads that runs share. */
public interface WatchThreads extends AutoCloseable {

    /** Plans ahead; what it runs must not block. */
    ScheduledExecutorService scheduler();

    /** For what stays on this machine: storing, and telling builds. */
    Executor local();

    /** For short calls to one server, so that a slow server delays nobody else. */
    Executor calls(URI server);

    /** For files from and to one server. */
    Executor transfers(URI server);

    /** Ends all threads, and interrupts what they do. */
    @Override
    void close();
}
