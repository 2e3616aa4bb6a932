package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The kinds of filters: each makes a condition of the value that a client sends. */
final class Conditions {
    private Conditions() {}

    /** One of the words in the value is what the field holds. */
    static Function<JsonNode, Predicate<Row>> words(Function<Row, String> field) {
        return value -> {
            Set<String> wanted = Set.copyOf(split(value.asText()));
            return row -> wanted.contains(field.apply(row));
        };
    }

    /** One of the words in the value is part of what the field holds, in any case. */
    static Function<JsonNode, Predicate<Row>> part(Function<Row, String> field) {
        return value -> {
            List<String> wanted = split(value.asText().toLowerCase(Locale.ROOT));
            return row -> {
                String text = field.apply(row).toLowerCase(Locale.ROOT);
                return wanted.stream().anyMatch(text::contains);
            };
        };
    }

    /** The field is within a range like {@code 7-10}. */
    static Function<JsonNode, Predicate<Row>> range(Function<Row, String> field) {
        return value -> {
            double[] limits = limits(value.asText(), "-");
            return row -> {
                String text = field.apply(row);
                return !text.isEmpty() && within(Double.parseDouble(text), limits);
            };
        };
    }

    /** The time is within a range of days ago like {@code 0:30}. */
    static Function<JsonNode, Predicate<Row>> days(Instant now, Function<Row, Long> time) {
        return value -> {
            double[] limits = limits(value.asText(), ":");
            return row -> within((now.getEpochSecond() - time.apply(row)) / 86_400.0, limits);
        };
    }

    /** The host is one of the addresses, ranges and networks. */
    static Predicate<Row> addresses(String list) {
        Targets targets = Targets.parse(list);
        return row -> targets.contain(row.host().address());
    }

    static List<String> split(String text) {
        return List.of(text.strip().split("\\s*,\\s*"));
    }

    private static boolean within(double number, double[] limits) {
        return number >= limits[0] && number <= limits[1];
    }

    private static double[] limits(String text, String separator) {
        String[] ends = text.split(separator);
        try {
            return new double[] {Double.parseDouble(ends[0].strip()), Double.parseDouble(ends[1].strip())};
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw Refusal.badRequest("The value '" + text + "' is not a range like 7" + separator + "10.");
        }
    }
}
