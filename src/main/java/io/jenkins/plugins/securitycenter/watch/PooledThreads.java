package io.jenkins.plugins.securitycenter.watch;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Thread pools whose idle threads end. */
public final class PooledThreads implements WatchThreads {

    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int LOCAL = 4;
    private static final int CALLS = 4;
    private static final int TRANSFERS = 8;

    private final ScheduledThreadPoolExecutor scheduler;
    private final ThreadPoolExecutor local = pool("local", LOCAL);
    private final Map<URI, ThreadPoolExecutor> calls = new ConcurrentHashMap<>();
    private final Map<URI, ThreadPoolExecutor> transfers = new ConcurrentHashMap<>();
    private volatile boolean closed;

    public PooledThreads() {
        scheduler = new ScheduledThreadPoolExecutor(1, named("scheduler"));
        scheduler.setKeepAliveTime(IDLE.toSeconds(), TimeUnit.SECONDS);
        scheduler.allowCoreThreadTimeOut(true);
        scheduler.setRemoveOnCancelPolicy(true);
    }

    private static ThreadPoolExecutor pool(String name, int size) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                size, size, IDLE.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(name));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "SecurityCenter-" + name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public ScheduledExecutorService scheduler() {
        return scheduler;
    }

    @Override
    public Executor local() {
        return local;
    }

    @Override
    public Executor calls(URI server) {
        return open(calls.computeIfAbsent(server, unknown -> pool("calls", CALLS)));
    }

    @Override
    public Executor transfers(URI server) {
        return open(transfers.computeIfAbsent(server, unknown -> pool("transfers", TRANSFERS)));
    }

    /** Shuts down a pool that was created while this object was being closed. */
    private ThreadPoolExecutor open(ThreadPoolExecutor pool) {
        if (closed) {
            pool.shutdownNow();
        }
        return pool;
    }

    @Override
    public void close() {
        closed = true;
        scheduler.shutdownNow();
        local.shutdownNow();
        calls.values().forEach(ThreadPoolExecutor::shutdownNow);
        transfers.values().forEach(ThreadPoolExecutor::shutdownNow);
    }
}
