package io.jenkins.plugins.securitycenter.client;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Provides locks by key; a lock exists only while a thread holds it or waits for it. */
public final class KeyedLocks<K> {

    /** A lock that the current thread holds until it releases it; must be released once. */
    public interface HeldLock {
        void release();
    }

    private static final class Entry {

        private final ReentrantLock lock = new ReentrantLock(true);
        private int users;
    }

    private final Map<K, Entry> entries = new HashMap<>();

    /**
     * Acquires the lock of the key; waits while another thread holds it.
     *
     * @throws InterruptedException if the thread is interrupted while it waits; the lock is not held in that case
     */
    public HeldLock lock(K key) throws InterruptedException {
        Entry entry = enter(key);
        try {
            entry.lock.lockInterruptibly();
        } catch (InterruptedException e) {
            leave(key, entry);
            throw e;
        }
        return () -> {
            entry.lock.unlock();
            leave(key, entry);
        };
    }

    /** Returns the number of keys whose locks are held or waited for. */
    synchronized int size() {
        return entries.size();
    }

    private synchronized Entry enter(K key) {
        Entry entry = entries.computeIfAbsent(key, unknown -> new Entry());
        entry.users++;
        return entry;
    }

    private synchronized void leave(K key, Entry entry) {
        entry.users--;
        if (entry.users == 0) {
            entries.remove(key);
        }
    }
}
