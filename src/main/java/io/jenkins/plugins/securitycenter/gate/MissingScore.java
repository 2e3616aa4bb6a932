package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.text.EnumWords;

/** How a gate with a minimum score treats a finding that has a CVE but no score yet. */
public enum MissingScore {
    COUNT,
    IGNORE;

    /**
     * Parses a word that a user entered, ignoring case.
     *
     * @throws IllegalArgumentException if it is unknown; the message lists the allowed values
     */
    public static MissingScore parse(String text) {
        return EnumWords.parse(MissingScore.class, "missingScore", text);
    }
}
