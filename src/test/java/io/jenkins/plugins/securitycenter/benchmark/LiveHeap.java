package io.jenkins.plugins.securitycenter.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Duration;

/** Samples what full collections leave in the heap while something runs, and keeps the largest value. */
final class LiveHeap implements AutoCloseable {

    private final Thread sampler;
    private volatile long peak = used();

    LiveHeap(Duration interval) {
        sampler = new Thread(() -> sample(interval), "live heap");
        sampler.setDaemon(true);
        sampler.start();
    }

    private void sample(Duration interval) {
        try {
            while (true) {
                peak = Math.max(peak, used());
                Thread.sleep(interval.toMillis());
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    /** Returns what a full collection leaves, in bytes, without what other threads have allocated since. */
    static long used() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }

    /** Returns the largest value so far, in bytes. */
    long peak() {
        return peak;
    }

    @Override
    public void close() {
        sampler.interrupt();
    }
}
