package io.jenkins.plugins.securitycenter.client.transport;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.core5.concurrent.Cancellable;

/**
 * Cancels exchanges whose time is up or whose thread is interrupted, which a blocked socket does not notice. One thread
 * watches all connections; it ends when there has been no exchange for a second. Each cancellation has a thread of its own,
 * because closing a TLS socket may wait for another thread that is blocked in it.
 */
final class ExchangeWatch {

    /** The interval in milliseconds at which an exchange is checked. */
    private static final long LOOK = 100;

    private static final ScheduledThreadPoolExecutor WATCH = executor();

    private ExchangeWatch() {}

    private static ScheduledThreadPoolExecutor executor() {
        ScheduledThreadPoolExecutor executor =
                new ScheduledThreadPoolExecutor(1, task -> thread(task, "SecurityCenter watch"));
        executor.setKeepAliveTime(1, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Watches an exchange of the current thread; the result must be cancelled at its end.
     *
     * @param afterInterrupt how long the exchange may still take after the thread was interrupted
     */
    static Future<?> start(Cancellable exchange, Duration limit, Duration afterInterrupt) {
        Thread caller = Thread.currentThread();
        long begin = System.nanoTime();
        AtomicBoolean cancelled = new AtomicBoolean();
        AtomicReference<Long> interrupted = new AtomicReference<>();
        Runnable look = () -> {
            long now = System.nanoTime();
            if (caller.isInterrupted()) {
                interrupted.compareAndSet(null, now);
            }
            Long since = interrupted.get();
            boolean over = now - begin >= limit.toNanos() || since != null && now - since >= afterInterrupt.toNanos();
            if (over && cancelled.compareAndSet(false, true)) {
                thread(exchange::cancel, "SecurityCenter cancellation").start();
            }
        };
        return WATCH.scheduleWithFixedDelay(look, LOOK, LOOK, TimeUnit.MILLISECONDS);
    }
}
