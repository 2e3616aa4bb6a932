package io.jenkins.plugins.securitycenter.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExternalSortTest {

    @ParameterizedTest
    @CsvSource({"0, 10000, 5", "1000, 1000000, 5", "1000, 500, 100", "1000, 100, 3"})
    void sortsAndKeepsTheOrderOfEquals(int records, int runBytes, int mostRuns) throws IOException {
        List<String> expected = new ArrayList<>();
        List<String> sorted = new ArrayList<>();
        Random random = new Random(7);
        try (ExternalSort spill = new ExternalSort(runBytes, mostRuns)) {
            for (int i = 0; i < records; i++) {
                String key = "key " + random.nextInt(50);
                expected.add(key + ": " + i);
                spill.add(key, Integer.toString(i).getBytes(StandardCharsets.UTF_8));
            }
            spill.drain((key, data) -> sorted.add(key + ": " + new String(data, StandardCharsets.UTF_8)));
        }
        expected.sort(Comparator.comparing(line -> line.substring(0, line.indexOf(':'))));
        assertThat(sorted).isEqualTo(expected);
    }

    @Test
    void holdsNoMoreThanTwoMegabytes() throws IOException {
        byte[] data = new byte[1000];
        int most = 0;
        int handedOver = 0;
        try (ExternalSort spill = new ExternalSort()) {
            for (int i = 0; i < 5000; i++) {
                spill.add("key " + i % 7, data);
                most = Math.max(most, spill.buffered());
            }
            int[] count = {0};
            spill.drain((key, read) -> count[0]++);
            handedOver = count[0];
        }
        assertThat(most).isPositive().isLessThan(2 << 20);
        assertThat(handedOver).isEqualTo(5000);
    }
}
