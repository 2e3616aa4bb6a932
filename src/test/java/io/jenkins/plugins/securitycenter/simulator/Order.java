package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Puts records into the order of a column, without copying them. */
final class Order {
    private static final Set<String> NUMBERS = Set.of(
            "severity",
            "ip",
            "port",
            "pluginID",
            "count",
            "total",
            "score",
            "hostTotal",
            "firstSeen",
            "lastSeen",
            "vprScore",
            "baseScore",
            "cvssV3BaseScore",
            "severityCritical",
            "severityHigh",
            "severityMedium",
            "severityLow",
            "severityInfo");
    private static final int INDEX_BITS = 24;

    private Order() {}

    /** The positions of the records in their new order; equal ones keep theirs. */
    static <T> int[] positions(List<T> records, Column<T> column, boolean descending) {
        return NUMBERS.contains(column.name())
                ? byNumber(records, column, descending)
                : byText(records, column, descending);
    }

    private static <T> int[] byNumber(List<T> records, Column<T> column, boolean descending) {
        long[] keys = new long[records.size()];
        for (int i = 0; i < keys.length; i++) {
            long value = (long) (10 * number(column.name(), column.value().apply(records.get(i))));
            keys[i] = (descending ? -value : value) << INDEX_BITS | i;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys)
                .mapToInt(key -> (int) (key & (1L << INDEX_BITS) - 1))
                .toArray();
    }

    private static <T> int[] byText(List<T> records, Column<T> column, boolean descending) {
        String[] keys = records.stream()
                .map(record -> column.plain(record).toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
        Comparator<Integer> order = Comparator.comparing(index -> keys[index]);
        return IntStream.range(0, keys.length)
                .boxed()
                .sorted(descending ? order.reversed() : order)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double number(String name, JsonNode value) {
        String text = value.isObject() ? value.path("id").asText() : value.asText();
        if (name.equals("ip")) {
            return Targets.parse(text).address(0);
        }
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }

    /** The records at these positions. */
    static <T> List<T> view(List<T> records, int[] positions) {
        return new AbstractList<>() {
            @Override
            public T get(int index) {
                return records.get(positions[index]);
            }

            @Override
            public int size() {
                return positions.length;
            }
        };
    }
}
