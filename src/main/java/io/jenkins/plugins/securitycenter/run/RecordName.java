package io.jenkins.plugins.securitycenter.run;

import io.jenkins.plugins.securitycenter.report.Text;
import java.util.regex.Pattern;

/**
 * What a record is called.
 *
 * @param id tells the records of a build apart, and finds the same record in earlier builds; part of addresses and files
 * @param title for people; the id when empty
 */
public record RecordName(String id, String title) {

    public static final String DEFAULT_ID = "securitycenter";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public RecordName {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "id \"" + id + "\" is not valid; use up to 64 letters, digits, hyphens and underscores.");
        }
        if (!Text.xml(title).equals(title)) {
            throw new IllegalArgumentException("name contains a character that cannot be stored; do not use"
                    + " control characters, unpaired surrogates, U+FFFE or U+FFFF.");
        }
        title = title.isBlank() ? "SecurityCenter" : title.trim();
    }
}
