package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import io.jenkins.plugins.securitycenter.text.TextSanitizer;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The ID and the title of a record.
 *
 * @param id identifies the record in this and in earlier builds; part of URLs and file names
 * @param title the heading on pages; {@code SecurityCenter} if blank
 */
@Restricted(NoExternalUse.class)
public record RecordName(String id, String title) {

    public static final String DEFAULT_ID = "securitycenter";

    public RecordName {
        StoredFindings.checkId(id);
        if (!TextSanitizer.xml(title).equals(title)) {
            throw new IllegalArgumentException("name contains a character that cannot be stored; do not use"
                    + " control characters, unpaired surrogates, U+FFFE or U+FFFF.");
        }
        title = title.isBlank() ? defaultTitle(id) : title.trim();
    }

    /** Returns the title of records without one, which tells the records of a build apart. */
    static String defaultTitle(String id) {
        return id.equals(DEFAULT_ID) ? "SecurityCenter" : "SecurityCenter " + id;
    }
}
