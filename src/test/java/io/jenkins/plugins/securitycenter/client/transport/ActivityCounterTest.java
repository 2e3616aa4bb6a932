package io.jenkins.plugins.securitycenter.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivityCounterTest {

    private final List<ActivityListener> others = new ArrayList<>();
    private final ActivityCounter counter = new ActivityCounter(() -> others);

    @Test
    void countsAndPassesOnToThoseWhoListenNow() {
        ActivityCounter other = new ActivityCounter();
        others.add(other);
        one();
        others.clear();
        one();
        assertThat(counter.counts()).isEqualTo(new ActivityCounter.Counts(2, 2, 2, 2, 200));
        assertThat(other.counts()).isEqualTo(new ActivityCounter.Counts(1, 1, 1, 1, 100));
    }

    @Test
    void goesOnIfAListenerFails() {
        ActivityCounter failing = new ActivityCounter(() -> {
            throw new IllegalStateException("Jenkins is shutting down");
        });
        failing.requested();
        assertThat(failing.counts().requests()).isEqualTo(1);
    }

    private void one() {
        counter.requested();
        counter.failed();
        counter.repeated();
        counter.polled(Duration.ofMillis(1));
        counter.findingsRead(100);
    }
}
