package io.jenkins.plugins.securitycenter.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ExchangeWatchTest {

    private static final long SECONDS = 10;

    @Test
    void cancelsOthersWhileACancellationIsBlocked() throws InterruptedException {
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        Future<?> first = ExchangeWatch.start(
                () -> {
                    blocked.countDown();
                    return awaits(release, 3 * SECONDS);
                },
                Duration.ZERO,
                Duration.ZERO);
        assertThat(awaits(blocked, SECONDS)).isTrue();
        Future<?> second = ExchangeWatch.start(
                () -> {
                    cancelled.countDown();
                    return true;
                },
                Duration.ZERO,
                Duration.ZERO);

        assertThat(awaits(cancelled, SECONDS)).isTrue();
        release.countDown();
        first.cancel(false);
        second.cancel(false);
    }

    private static boolean awaits(CountDownLatch latch, long seconds) {
        try {
            return latch.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
