package io.jenkins.plugins.securitycenter.task;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Exclusive reservations of keys, for example record IDs. They are kept in memory, so a restart releases all of them.
 */
@Restricted(NoExternalUse.class)
public final class Reservations<K> {

    /** A reservation that lasts until any thread closes it. */
    public interface Reservation extends AutoCloseable {
        @Override
        void close();
    }

    private final Set<K> reserved = ConcurrentHashMap.newKeySet();

    /** Reserves the key; returns empty if it is already reserved. Never waits. */
    public Optional<Reservation> reserve(K key) {
        if (!reserved.add(key)) {
            return Optional.empty();
        }
        AtomicBoolean released = new AtomicBoolean();
        return Optional.of(() -> {
            if (released.compareAndSet(false, true)) {
                reserved.remove(key);
            }
        });
    }
}
