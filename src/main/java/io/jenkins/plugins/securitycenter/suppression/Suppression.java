package io.jenkins.plugins.securitycenter.suppression;

import java.time.LocalDate;

/**
 * The rule that suppresses a finding, as it was when the finding was recorded.
 *
 * @param rule what the rule selects, for example {@code plugin 51192}
 * @param until the last day of the rule, in the time zone of the controller
 * @param reason why the finding is suppressed, from the author of the rule
 */
public record Suppression(String rule, LocalDate until, String reason) {

    /** Returns the last day and the reason in a sentence, for example {@code Suppressed until 2027-03-31: SEC-1234}. */
    public String text() {
        return "Suppressed until " + until + ": " + reason;
    }
}
