package io.jenkins.plugins.securitycenter.benchmark;

import java.util.Locale;

/**
 * A measured value.
 *
 * @param name unique
 */
record Figure(String name, double value, String unit) {

    /** Returns the value with at least three significant digits, and its unit. */
    String text() {
        String format = value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : value >= 1 ? "%.2f" : "%.3f";
        String number = String.format(Locale.ROOT, format, value);
        return unit.isEmpty() ? number : number + " " + unit;
    }
}
