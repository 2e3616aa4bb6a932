package io.jenkins.plugins.securitycenter.client.transport;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.concurrent.Cancellable;

/**
 * Cancels exchanges whose time is up or whose thread is interrupted, which a blocked socket does not notice. One thread
 * does that for all connections, because a cancelled exchange closes its socket without waiting for the server; it ends
 * when there has been no exchange for a second.
 */
final class ExchangeWatch {

    /** The interval in milliseconds at which an exchange is checked. */
    private static final long LOOK = 100;

    private static final ScheduledThreadPoolExecutor WATCH = executor();

    private ExchangeWatch() {}

    private static ScheduledThreadPoolExecutor executor() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(null, task, "SecurityCenter watch", 0, false);
            thread.setDaemon(true);
            return thread;
        });
        executor.setKeepAliveTime(1, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    /** Watches an exchange of the current thread; the result must be cancelled at its end. */
    static Future<?> start(Cancellable exchange, Duration limit) {
        Thread caller = Thread.currentThread();
        long begin = System.nanoTime();
        Runnable look = () -> {
            if (caller.isInterrupted() || System.nanoTime() - begin >= limit.toNanos()) {
                exchange.cancel();
            }
        };
        return WATCH.scheduleWithFixedDelay(look, LOOK, LOOK, TimeUnit.MILLISECONDS);
    }
}
