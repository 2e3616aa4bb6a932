package io.jenkins.plugins.securitycenter.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

    private static final RetryPolicy POLICY = new RetryPolicy(9, Duration.ofSeconds(1), Duration.ofSeconds(30));

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "5, 16", "6, 30", "7, 30", "1000, 30"})
    void doublesPausesUpToTheLongest(int attempt, int seconds) {
        assertThat(POLICY.pause(attempt))
                .isBetween(Duration.ofMillis(seconds * 500L), Duration.ofMillis(seconds * 1000L));
    }

    @Test
    void varies() {
        assertThat(IntStream.range(0, 100).mapToObj(i -> POLICY.pause(6)).distinct())
                .hasSizeGreaterThan(1);
    }

    @RepeatedTest(3)
    void mayNotPauseAtAll() {
        assertThat(new RetryPolicy(2, Duration.ZERO, Duration.ZERO).pause(1)).isZero();
    }
}
