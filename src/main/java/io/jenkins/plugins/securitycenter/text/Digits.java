package io.jenkins.plugins.securitycenter.text;

import java.util.Locale;

/** Numbers for users. */
public final class Digits {

    private Digits() {}

    /** Returns the number with its digits in groups of three: {@code 1,234,567}. */
    public static String grouped(long number) {
        return grouped(number, Locale.ENGLISH);
    }

    /** Returns the number with its digits in groups of three, as in a language. */
    public static String grouped(long number, Locale language) {
        return String.format(language, "%,d", number);
    }

    /** Returns the number with a noun: {@code 1 finding}, {@code 12,345 findings}. */
    public static String counted(long number, String noun) {
        return counted(number, noun, noun + "s");
    }

    /** Returns the number with one of two nouns: {@code 1 address}, {@code 12,345 addresses}. */
    public static String counted(long number, String one, String many) {
        return grouped(number) + " " + (number == 1 ? one : many);
    }
}
