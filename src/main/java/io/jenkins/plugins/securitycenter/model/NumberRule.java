package io.jenkins.plugins.securitycenter.model;

import java.math.BigDecimal;

/**
 * What a number may be that users write, so that a mistake is told in the same sentence wherever it was made.
 *
 * @param field what users call the number
 * @param least the least number that is allowed
 * @param most the highest number that is allowed
 * @param whole whether fractions are refused
 * @param need the end of the sentence: what is needed instead
 */
public record NumberRule(String field, double least, double most, boolean whole, String need) {

    private static final int SHOWN = 40;

    /** A rule for whole numbers. */
    public static NumberRule whole(String field, int least, int most, String need) {
        return new NumberRule(field, least, most, true, need);
    }

    /**
     * The number in a text, 0 in an empty one, be it allowed or not.
     *
     * @return an {@link Integer} if fractions are refused, else a {@link Double}
     * @throws IllegalArgumentException with a sentence when there is none
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
     * Checks the number in a text.
     *
     * @throws IllegalArgumentException with a sentence when there is none, or one that is not allowed
     */
    public void check(String text) {
        if (!allows(read(text).doubleValue())) {
            throw wrong(text.trim());
        }
    }

    /**
     * Checks a number that a script or a file gave.
     *
     * @throws IllegalArgumentException with a sentence when it is not allowed
     */
    public void check(double number) {
        if (!allows(number)) {
            throw wrong(
                    Double.isFinite(number)
                            ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                            : String.valueOf(number));
        }
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

    /** Reading a number of a million digits would take long. */
    private static String shortened(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    }

    private IllegalArgumentException wrong(String given) {
        return new IllegalArgumentException(
                field + (given.isEmpty() ? " is empty; " : " \"" + shortened(given) + "\" is not allowed; ") + need);
    }
}
