package io.jenkins.plugins.securitycenter.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintMapTest {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final FingerprintMap fingerprints = new FingerprintMap();

    @Test
    void changesMarks() {
        fingerprints.add(5, (byte) 1, 0);

        int slot = fingerprints.slot(5);
        assertThat(fingerprints.mark(slot)).isEqualTo((byte) 1);
        fingerprints.mark(slot, (byte) 2);
        assertThat(fingerprints.mark(fingerprints.slot(5))).isEqualTo((byte) 2);
        assertThat(fingerprints.hasMark((byte) 1)).isFalse();
        assertThat(fingerprints.hasMark((byte) 2)).isTrue();
    }

    @Test
    void saysThatThereIsNoEntry() {
        fingerprints.add(5, (byte) 1, 0);

        assertThat(fingerprints.slot(6)).isEqualTo(FingerprintMap.NO_SLOT);
        assertThat(fingerprints.mark(FingerprintMap.NO_SLOT)).isZero();
        assertThat(fingerprints.hasMark((byte) 0)).isFalse();
    }

    @Test
    void refusesEntriesThatAreAddedTooLate() {
        fingerprints.slot(5);

        assertThatThrownBy(() -> fingerprints.add(5, (byte) 1, 0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsTheLastMarkAndTheEarliestTime() {
        for (int number = 0; number < 5_000; number++) {
            long fingerprint = number * SPREAD;
            fingerprints.add(fingerprint, (byte) 1, -1);
            fingerprints.add(fingerprint, (byte) 2, 4_100_000_000L);
            fingerprints.add(fingerprint, (byte) 1, 4_000_000_000L - number);
            fingerprints.add(fingerprint, (byte) 3, 4_200_000_000L);
            fingerprints.add(fingerprint, (byte) 4, 0);
            fingerprints.add(fingerprint, (byte) 5, 1L << 32);
        }
        assertThat(fingerprints.time(fingerprints.slot(0))).isEqualTo(4_000_000_000L);
        assertThat(fingerprints.time(fingerprints.slot(4_999 * SPREAD))).isEqualTo(3_999_995_001L);
        assertThat(fingerprints.mark(fingerprints.slot(4_999 * SPREAD))).isEqualTo((byte) 5);
    }

    @Test
    void holdsTimesUntilTheYear2106() {
        fingerprints.add(5, (byte) 1, 0xFFFF_FFFFL);
        fingerprints.add(6, (byte) 1, 0);

        assertThat(fingerprints.time(fingerprints.slot(5))).isEqualTo(0xFFFF_FFFFL);
        assertThat(fingerprints.time(fingerprints.slot(6))).isZero();
    }

    @Test
    void holdsZeroLikeAnyOther() {
        assertThat(fingerprints.slot(0)).isEqualTo(FingerprintMap.NO_SLOT);

        FingerprintMap other = new FingerprintMap();
        other.add(0, (byte) 3, 0);
        assertThat(other.mark(other.slot(0))).isEqualTo((byte) 3);
    }

    @Test
    void agreesWithAMap() {
        Map<Long, Byte> expected = new HashMap<>();
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            long fingerprint = random.nextInt(100_000) * SPREAD;
            byte mark = (byte) (1 + random.nextInt(3));
            expected.put(fingerprint, mark);
            fingerprints.add(fingerprint, mark, 0);
        }
        Set<Integer> slots = new HashSet<>();
        expected.forEach((fingerprint, mark) -> {
            int slot = fingerprints.slot(fingerprint);
            assertThat(fingerprints.mark(slot)).isEqualTo(mark);
            slots.add(slot);
        });
        assertThat(slots).hasSameSizeAs(expected.keySet()).allMatch(slot -> slot >= 0);
        for (int i = 0; i < 100_000; i++) {
            long unknown = (100_000 + i) * SPREAD;
            assertThat(fingerprints.slot(unknown)).isEqualTo(FingerprintMap.NO_SLOT);
        }
    }

    @Test
    void tellsSimilarKeysApart() {
        for (long high = 0; high < 64; high++) {
            fingerprints.add(high << 32, (byte) 1, 0);
        }
        assertThat(fingerprints.mark(fingerprints.slot(63L << 32))).isEqualTo((byte) 1);
        assertThat(fingerprints.slot(64L << 32)).isEqualTo(FingerprintMap.NO_SLOT);
        assertThat(fingerprints.slot(1)).isEqualTo(FingerprintMap.NO_SLOT);
    }
}
