package io.jenkins.plugins.securitycenter.client.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.resource.RowDigests.Before;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowDigestsTest {

    private final RowDigests rows = new RowDigests();

    @Test
    void agreesWithAMap() {
        Random random = new Random(14);
        long[] identities = random.longs(50_000).toArray();
        Map<Long, Integer> known = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            long identity = identities[random.nextInt(identities.length)];
            int content = random.nextInt(3) + 1;
            Integer before = known.put(identity, content);
            Before expected = before == null ? Before.NEW : before == content ? Before.SAME : Before.OTHER;
            assertThat(rows.add(identity, content)).isEqualTo(expected);
        }
        assertThat(known).hasSizeGreaterThan(49_000);
    }

    @Test
    void tellsIdentitiesApartThatShareMostBits() {
        assertThat(rows.add(0x123_0_00_56_89ABCDEFL, 7)).isEqualTo(Before.NEW);
        assertThat(rows.add(0x123_0_00_57_89ABCDEFL, 7)).isEqualTo(Before.NEW);
        assertThat(rows.add(0x124_0_00_56_89ABCDEFL, 7)).isEqualTo(Before.NEW);
        assertThat(rows.add(0x123_0_00_56_89ABCDEEL, 7)).isEqualTo(Before.NEW);
        assertThat(rows.add(0x123_0_00_56_89ABCDEFL, 0)).isEqualTo(Before.OTHER);
        assertThat(rows.add(0x123_0_00_56_89ABCDEFL, 0)).isEqualTo(Before.SAME);
    }
}
