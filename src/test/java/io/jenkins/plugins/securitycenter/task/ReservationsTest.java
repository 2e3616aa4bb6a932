package io.jenkins.plugins.securitycenter.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ReservationsTest {

    private static final int THREADS = 8;

    private final Reservations<String> ids = new Reservations<>();

    @Test
    void haveOneHolder() throws Exception {
        CountDownLatch ready = new CountDownLatch(THREADS);
        Callable<Optional<Reservations.Reservation>> reserve = () -> {
            ready.countDown();
            ready.await();
            return ids.reserve("dmz");
        };
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            int holders = 0;
            for (Future<Optional<Reservations.Reservation>> one :
                    threads.invokeAll(Collections.nCopies(THREADS, reserve))) {
                holders += one.get().isPresent() ? 1 : 0;
            }
            assertThat(holders).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
        assertThat(ids.reserve("other")).isPresent();
    }

    @Test
    void areReleasedOnceOnly() {
        Reservations.Reservation first = ids.reserve("dmz").orElseThrow();
        first.close();
        assertThat(ids.reserve("dmz")).isPresent();
        first.close();
        assertThat(ids.reserve("dmz")).as("the second holder's").isEmpty();
    }
}
