package io.jenkins.plugins.securitycenter.run;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** What only one user at a time may have, for example the id of a record. In memory: a restart releases everything. */
final class Reservations<K> {

    /** A reservation that lasts until it is released, by any thread. */
    interface Reservation extends AutoCloseable {
        @Override
        void close();
    }

    private final Set<K> reserved = ConcurrentHashMap.newKeySet();

    /** Reserves the key; empty when somebody else has it. Never waits. */
    Optional<Reservation> reserve(K key) {
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
