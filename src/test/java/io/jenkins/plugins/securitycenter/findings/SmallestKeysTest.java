package io.jenkins.plugins.securitycenter.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallestKeysTest {

    @ParameterizedTest
    @CsvSource({"1, 10", "3, 10", "5, 10", "9, 10", "10, 10", "3000000000, 10", "7, 1000", "1, 0"})
    void keepsTheSmallestInAscendingOrder(long most, int all) {
        Random random = new Random(most + all);
        long[] keys =
                LongStream.generate(random::nextLong).distinct().limit(all).toArray();

        assertThat(sorted(most, keys))
                .containsExactly(LongStream.of(keys).sorted().limit(most).toArray());
    }

    @Test
    void keepsTheSmallestOfDescendingKeys() {
        assertThat(sorted(3, LongStream.rangeClosed(1, 100).map(i -> 101 - i).toArray()))
                .containsExactly(1, 2, 3);
    }

    @Test
    void sortsFewerKeysThanExpected() {
        SmallestKeys smallest = new SmallestKeys(4, 100);
        smallest.accept(Long.MAX_VALUE);
        smallest.accept(Long.MIN_VALUE);

        assertThat(smallest.sorted()).containsExactly(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static long[] sorted(long most, long... keys) {
        SmallestKeys smallest = new SmallestKeys(most, keys.length);
        LongStream.of(keys).forEach(smallest);
        return smallest.sorted().toArray();
    }
}
