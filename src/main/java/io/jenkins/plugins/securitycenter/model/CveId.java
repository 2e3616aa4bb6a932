package io.jenkins.plugins.securitycenter.model;

import java.util.Locale;
import java.util.regex.Pattern;

/** Checks CVE identifiers. */
public final class CveId {

    private static final Pattern VALID = Pattern.compile("CVE-\\d{4}-\\d{4,19}");

    private CveId() {}

    /**
     * Returns a CVE that a user entered, in upper case.
     *
     * @throws IllegalArgumentException if it is not valid, with a sentence for users
     */
    public static String parse(String text) {
        String cve = text.trim().toUpperCase(Locale.ROOT);
        if (!VALID.matcher(cve).matches()) {
            throw new IllegalArgumentException(
                    "cve \"" + text.trim() + "\" is not a CVE; use a name such as CVE-2021-44228.");
        }
        return cve;
    }
}
