package io.jenkins.plugins.securitycenter.suppression;

import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.text.NumberRule;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What administrators allow.
 *
 * @param maximumDays how many days after the day of the build a rule may end at most
 * @param severity the highest severity that may be suppressed; empty if nothing may be suppressed
 */
public record SuppressionPolicy(int maximumDays, Optional<Severity> severity) {

    public static final NumberRule MAXIMUM_DAYS =
            NumberRule.whole("maximumSuppressionDays", 1, 3650, "use a number of days from 1 to 3650.");

    public static final int DEFAULT_DAYS = 365;

    public static final SuppressionPolicy DEFAULT = new SuppressionPolicy(DEFAULT_DAYS, Optional.of(Severity.CRITICAL));

    /**
     * Checks the rules of a file.
     *
     * @param today the day of the build
     * @throws IllegalArgumentException if a rule is not allowed, with a message for the user
     */
    public void check(SuppressionFile file, LocalDate today) {
        if (severity.isEmpty()) {
            throw new IllegalArgumentException("suppressions \"" + file.name() + "\" is set, but the administrators of"
                    + " this Jenkins do not allow suppressions; remove the parameter.");
        }
        LocalDate last = today.plusDays(maximumDays);
        for (SuppressionRule rule : file.rules()) {
            if (rule.until().isAfter(last)) {
                throw new IllegalArgumentException("suppressions \"" + file.name() + "\", line " + rule.line()
                        + ": until " + rule.until() + " is more than " + maximumDays
                        + " days ahead, which the administrators of this Jenkins do not allow; use a date up to " + last
                        + ".");
            }
        }
    }

    /** Returns whether findings of that severity may be suppressed. */
    boolean allows(Severity found) {
        return severity.isPresent() && severity.get().atLeast(found);
    }
}
