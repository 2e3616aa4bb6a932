package io.jenkins.plugins.securitycenter.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads JSON numbers and numeric strings exactly, without rounding or overflow. */
final class NumberParser {

    /** Limits the number of digits, because parsing a number with a million digits is slow. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,40}(\\.\\d{1,40})?([eE][+-]?\\d{1,4})?");

    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    /** A whole number with at most this number of digits fits into a long. */
    private static final int LONG_DIGITS = 18;

    private NumberParser() {}

    /** Returns the number in a JSON number or string; empty for anything else, including NaN. */
    static Optional<BigDecimal> of(JsonNode value) {
        if (value.isNumber()) {
            return value.isFloat() || value.isDouble()
                    ? finite(value.doubleValue())
                    : Optional.of(value.decimalValue());
        }
        String text = value.isTextual() ? value.textValue().strip() : "";
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /**
     * Returns the whole number in a JSON number or string, for example 8 for {@code 8.0}; empty if it has a fraction.
     */
    static OptionalLong whole(JsonNode value) {
        OptionalLong digits = digits(value);
        if (digits.isPresent()) {
            return digits;
        }
        Optional<BigDecimal> number = of(value);
        try {
            return number.isPresent() ? OptionalLong.of(number.get().longValueExact()) : OptionalLong.empty();
        } catch (ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    /** Returns the number truncated to a whole number; empty if it is not a number or exceeds a long. */
    static OptionalLong truncated(JsonNode value) {
        OptionalLong digits = digits(value);
        if (digits.isPresent()) {
            return digits;
        }
        Optional<BigDecimal> number = of(value).filter(decimal -> decimal.abs().compareTo(LARGEST) <= 0);
        return number.isPresent() ? OptionalLong.of(number.get().longValue()) : OptionalLong.empty();
    }

    /** Returns the number in a string of a few digits, which is how servers send nearly all of them; else empty. */
    private static OptionalLong digits(JsonNode value) {
        String text = value.isTextual() ? value.textValue() : "";
        if (text.isEmpty() || text.length() > LONG_DIGITS) {
            return OptionalLong.empty();
        }
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return OptionalLong.empty();
            }
            number = number * 10 + digit - '0';
        }
        return OptionalLong.of(number);
    }

    private static Optional<BigDecimal> finite(double number) {
        return Double.isFinite(number) ? Optional.of(BigDecimal.valueOf(number)) : Optional.empty();
    }
}
