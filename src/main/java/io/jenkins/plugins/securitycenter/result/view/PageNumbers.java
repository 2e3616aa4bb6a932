package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.text.Digits;
import java.util.Locale;

/** Numbers on pages, written as in the language of the texts around them. */
public final class PageNumbers {

    private PageNumbers() {}

    /** Returns the number with its digits in groups of three: {@code 1,234,567}. */
    public static String grouped(long number) {
        return Digits.grouped(number, language());
    }

    /** Returns the percentage with one decimal: {@code 12.5 %}. */
    public static String percent(double share) {
        return String.format(language(), "%.1f %%", share);
    }

    /** Returns the language of the texts, which is English for users whose language has no texts. */
    static Locale language() {
        return Locale.forLanguageTag(Messages.PageNumbers_language());
    }
}
