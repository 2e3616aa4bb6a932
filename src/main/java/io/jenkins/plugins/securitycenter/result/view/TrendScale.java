package io.jenkins.plugins.securitycenter.result.view;

import java.util.stream.DoubleStream;

/**
 * An axis from 0 to a round number.
 *
 * @param top the round number
 * @param height the length of the axis
 */
record TrendScale(long top, double height) {

    private static final double[] ROUND = {1, 1.2, 1.6, 2, 3, 4, 6, 8, 10};

    /** Returns the axis that ends at the next even round number, so that its middle is a whole number. */
    static TrendScale upTo(long most, double height) {
        double power = Math.pow(10, Math.floor(Math.log10((double) Math.max(most, 1))));
        long top = DoubleStream.of(ROUND)
                .mapToLong(factor -> Math.round(factor * power))
                .filter(number -> number >= most && number % 2 == 0)
                .findFirst()
                .orElseThrow();
        return new TrendScale(top, height);
    }

    double length(long number) {
        return height * number / top;
    }

    /** Formats a number for display. */
    static String label(long number) {
        if (number >= 1_000_000) {
            return shortened(number, 1_000_000) + "M";
        }
        return number >= 1000 ? shortened(number, 1000) + "k" : String.valueOf(number);
    }

    private static String shortened(long number, long unit) {
        return number % unit == 0
                ? String.valueOf(number / unit)
                : String.format(PageNumbers.language(), "%.1f", (double) number / unit);
    }
}
