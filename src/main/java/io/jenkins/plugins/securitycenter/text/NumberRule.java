package io.jenkins.plugins.securitycenter.text;

import java.math.BigDecimal;

/**
 * A rule for a number that users enter, so that an invalid number gives the same sentence in forms, configuration files
 * and scripts.
 *
 * @param field the name of the number as users know it
 * @param least the lowest allowed number
 * @param most the highest allowed number
 * @param whole whether fractions are rejected
 * @param need the end of the sentence: what is allowed instead
 */
public record NumberRule(String field, double least, double most, boolean whole, String need) {

    private static final int SHOWN = 40;

    /** Returns a rule for whole numbers. */
    public static NumberRule whole(String field, int least, int most, String need) {
        return new NumberRule(field, least, most, true, need);
    }

    /**
     * Parses the number in a string without checking its range; an empty string is 0.
     *
     * @return an {@link Integer} if fractions are rejected, otherwise a {@link Double}
     * @throws IllegalArgumentException with a sentence for users if the string is not a number
     */
    public Number read(String text) {
        try {
            BigDecimal number = text.isBlank() ? BigDecimal.ZERO : new BigDecimal(shortened(text.trim()));
            return whole ? (Number) number.intValueExact() : (Number) finite(number.doubleValue());
        } catch (ArithmeticException | NumberFormatException e) {
            throw wrong(text.trim());
        }
    }

    /**
     * Checks the number in a string.
     *
     * @throws IllegalArgumentException with a sentence for users if the string is not a number, or the number is not
     *     allowed
     */
    public void check(String text) {
        if (!allows(read(text).doubleValue())) {
            throw wrong(text.trim());
        }
    }

    /**
     * Checks a number from a script or a file.
     *
     * @throws IllegalArgumentException with a sentence for users if the number is not allowed
     */
    public void check(double number) {
        if (!allows(number)) {
            throw wrong(
                    Double.isFinite(number)
                            ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                            : String.valueOf(number));
        }
    }

    /** Returns the error for a number that is missing, with a sentence for users. */
    public IllegalArgumentException missing() {
        return new IllegalArgumentException(field + " is missing; " + need);
    }

    private boolean allows(double number) {
        return number >= least && number <= most;
    }

    private static double finite(double number) {
        if (Double.isInfinite(number)) {
            throw new ArithmeticException();
        }
        return number;
    }

    /** Truncates long input, because parsing a number with a million digits is slow. */
    private static String shortened(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    }

    private IllegalArgumentException wrong(String given) {
        return new IllegalArgumentException(
                field + (given.isEmpty() ? " is empty; " : " \"" + shortened(given) + "\" is not allowed; ") + need);
    }
}
