package io.jenkins.plugins.securitycenter.model;

import java.util.Locale;

/** Normalizes status words, whose spelling differs between versions of the server. */
final class StatusWord {

    private StatusWord() {}

    /** Returns the normalized form: lower case, with a single space between words. */
    static String key(String words) {
        return words.replaceAll("[\\s_-]+", " ").trim().toLowerCase(Locale.ROOT);
    }
}
