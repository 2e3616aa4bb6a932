package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.text.Digits;

/**
 * A point of a trend: the counts that a build recorded.
 *
 * @param build the name of the build, for example {@code #12}
 * @param link the link to the findings of the build
 */
public record TrendPoint(String build, String link, StateCounts changes) {

    /** Returns the count of a severity for display. */
    public String count(Severity severity) {
        return Digits.grouped(changes.total().count(severity));
    }

    public boolean compared() {
        return changes.compared();
    }

    public long added() {
        return changes.added().total();
    }

    public String addedText() {
        return Digits.grouped(added());
    }

    public String fixedText() {
        return Digits.grouped(fixed());
    }

    public long fixed() {
        return changes.fixed().total();
    }

    /** Returns the counts as text. */
    public String text() {
        String counts = build + ": " + SeverityBar.of(changes.total()).text();
        return compared() ? counts + "; " + addedText() + " new, " + fixedText() + " fixed" : counts;
    }
}
