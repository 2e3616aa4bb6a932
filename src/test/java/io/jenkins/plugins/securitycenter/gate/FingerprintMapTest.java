package io.jenkins.plugins.securitycenter.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FingerprintMapTest {

    private final FingerprintMap fingerprints = new FingerprintMap();

    @Test
    void returnsTheMarkBefore() {
        assertThat(fingerprints.mark(5, (byte) 1)).isZero();
        assertThat(fingerprints.mark(5, (byte) 2)).isEqualTo((byte) 1);
        assertThat(fingerprints.mark(5)).isEqualTo((byte) 2);
        assertThat(fingerprints.mark(6)).isZero();
        assertThat(fingerprints.size()).isEqualTo(1);
    }

    @Test
    void keepsTheEarliestTime() {
        for (int number = 0; number < 5_000; number++) {
            long fingerprint = number * 0x9E3779B97F4A7C15L;
            fingerprints.mark(fingerprint, (byte) 1);
            fingerprints.time(fingerprint, 4_000_000_000L - number);
            fingerprints.time(fingerprint, 4_100_000_000L);
            fingerprints.time(fingerprint, -1);
            fingerprints.time(fingerprint, 0);
            fingerprints.time(fingerprint, 1L << 32);
        }
        assertThat(fingerprints.time(0)).isEqualTo(4_000_000_000L);
        assertThat(fingerprints.time(4_999 * 0x9E3779B97F4A7C15L)).isEqualTo(3_999_995_001L);
        assertThat(fingerprints.time(1)).isZero();
    }

    @Test
    void holdsTimesUntilTheYear2106() {
        fingerprints.mark(5, (byte) 1);
        fingerprints.time(5, 0xFFFF_FFFFL);

        assertThat(fingerprints.time(5)).isEqualTo(0xFFFF_FFFFL);
    }

    @Test
    void holdsZeroLikeAnyOther() {
        assertThat(fingerprints.mark(0)).isZero();
        fingerprints.mark(0, (byte) 3);
        assertThat(fingerprints.mark(0)).isEqualTo((byte) 3);
    }

    @Test
    void agreesWithAMap() {
        Map<Long, Byte> expected = new HashMap<>();
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            long fingerprint = (long) random.nextInt(100_000) * 0x9E3779B97F4A7C15L;
            byte mark = (byte) (1 + random.nextInt(3));
            Byte before = expected.put(fingerprint, mark);
            assertThat(fingerprints.mark(fingerprint, mark)).isEqualTo(before == null ? 0 : before);
        }
        assertThat(fingerprints.size()).isEqualTo(expected.size());
        expected.forEach((fingerprint, mark) ->
                assertThat(fingerprints.mark(fingerprint)).isEqualTo(mark));
    }

    @Test
    void standsKeysThatCollide() {
        for (long high = 0; high < 64; high++) {
            fingerprints.mark(high << 32, (byte) 1);
        }
        assertThat(fingerprints.size()).isEqualTo(64);
        assertThat(fingerprints.mark(63L << 32)).isEqualTo((byte) 1);
        assertThat(fingerprints.mark(64L << 32)).isZero();
    }
}
