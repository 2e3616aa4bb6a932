package io.jenkins.plugins.securitycenter.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads numbers that come plainly or as text, exactly: nothing is rounded or cut to the width of a type. */
final class Numbers {

    /** Bounded, since to read a number of a million digits takes long. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,40}(\\.\\d{1,40})?([eE][+-]?\\d{1,4})?");

    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private Numbers() {}

    /** The number in a plain value or a text; empty for anything else, also for NaN. */
    static Optional<BigDecimal> of(JsonNode value) {
        if (value.isNumber()) {
            return value.isFloat() || value.isDouble()
                    ? finite(value.doubleValue())
                    : Optional.of(value.decimalValue());
        }
        String text = value.isTextual() ? value.textValue().strip() : "";
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** The whole number in a plain value or a text, for example 8 of {@code 8.0}; empty when it has a fraction. */
    static OptionalLong whole(JsonNode value) {
        Optional<BigDecimal> number = of(value);
        try {
            return number.isPresent() ? OptionalLong.of(number.get().longValueExact()) : OptionalLong.empty();
        } catch (ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    /** The number without its fraction; empty when it is none, or beyond a long. */
    static OptionalLong truncated(JsonNode value) {
        Optional<BigDecimal> number = of(value).filter(decimal -> decimal.abs().compareTo(LARGEST) <= 0);
        return number.isPresent() ? OptionalLong.of(number.get().longValue()) : OptionalLong.empty();
    }

    private static Optional<BigDecimal> finite(double number) {
        return Double.isFinite(number) ? Optional.of(BigDecimal.valueOf(number)) : Optional.empty();
    }
}
