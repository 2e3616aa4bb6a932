package io.jenkins.plugins.securitycenter.text;

import java.util.Locale;

/** Numbers for users. */
public final class Digits {

    private Digits() {}

    /** Returns the number with its digits in groups of three: {@code 1,234,567}. */
    public static String grouped(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
