package io.jenkins.plugins.securitycenter.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Parses times: epoch seconds as a number or a string; epoch milliseconds, which are the numbers that would be after
 * the year 2286 in seconds; ISO 8601 with or without a time of day and an offset; dates as in HTTP headers. A time
 * without an offset is taken as UTC. Years have four digits, as in the formats in which times are exported.
 */
final class TimeParser {

    private static final long MOST_SECONDS = 9_999_999_999L;
    private static final int LONGEST = 40;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("[['T'][' ']HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[XXX][XX][X]]")
            .toFormatter(Locale.ROOT);

    private static final List<DateTimeFormatter> FORMATS = List.of(ISO, DateTimeFormatter.RFC_1123_DATE_TIME);

    private TimeParser() {}

    /** Returns the time, at or before the epoch for the numbers 0 and -1; empty if the value is invalid. */
    static Optional<Instant> of(JsonNode value) {
        OptionalLong number = NumberParser.truncated(value);
        return number.isPresent() ? ofEpoch(number.getAsLong()) : parse(value.isTextual() ? value.textValue() : "");
    }

    private static Optional<Instant> ofEpoch(long number) {
        if (number / 1000 > MOST_SECONDS) {
            return Optional.empty();
        }
        return Optional.of(
                number > MOST_SECONDS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(Math.max(-1, number)));
    }

    private static Optional<Instant> parse(String text) {
        String trimmed = text.strip();
        return trimmed.length() > LONGEST
                ? Optional.empty()
                : FORMATS.stream()
                        .flatMap(format -> parse(trimmed, format).stream())
                        .findFirst();
    }

    private static Optional<Instant> parse(String text, DateTimeFormatter format) {
        try {
            TemporalAccessor parsed = format.parse(text);
            LocalTime time = parsed.query(TemporalQueries.localTime());
            ZoneOffset offset = parsed.query(TemporalQueries.offset());
            return Optional.of(LocalDate.from(parsed)
                            .atTime(time == null ? LocalTime.MIDNIGHT : time)
                            .toInstant(offset == null ? ZoneOffset.UTC : offset))
                    .filter(instant -> !instant.isAfter(LATEST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
