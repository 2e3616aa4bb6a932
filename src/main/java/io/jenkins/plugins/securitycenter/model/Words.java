package io.jenkins.plugins.securitycenter.model;

import java.util.Locale;

/** The words of a server, which are written differently by its versions. */
final class Words {

    private Words() {}

    /** What two spellings of one status have in common: no capitals, one space between two words. */
    static String key(String words) {
        return words.replaceAll("[\\s_-]+", " ").trim().toLowerCase(Locale.ROOT);
    }
}
