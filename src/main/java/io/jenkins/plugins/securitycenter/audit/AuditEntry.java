package io.jenkins.plugins.securitycenter.audit;

import io.jenkins.plugins.securitycenter.text.MessageText;
import io.jenkins.plugins.securitycenter.text.TimeFormat;
import java.time.Instant;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * An action of a user.
 *
 * @param user the ID of the user
 * @param action a verb phrase in the past tense, for example {@code removed 2 scans from server "prod"}
 */
@Restricted(NoExternalUse.class)
public record AuditEntry(Instant time, String user, String action) {

    /** Replaces control characters. */
    public AuditEntry {
        user = MessageText.line(user);
        action = MessageText.line(action);
    }

    /** Returns the time for users. */
    public String minute() {
        return TimeFormat.minute(time);
    }

    /** Returns the entry as a sentence. */
    String sentence() {
        return "User \"" + user + "\" " + action + ".";
    }
}
