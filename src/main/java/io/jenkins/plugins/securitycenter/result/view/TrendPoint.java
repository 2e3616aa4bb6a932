package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.util.List;

/**
 * A point of a trend: the counts that a build recorded.
 *
 * @param build the name of the build, for example {@code #12}
 * @param link the link to the findings of the build
 */
public record TrendPoint(String build, String link, StateCounts changes) {

    public long total() {
        return changes.total().total();
    }

    /** Returns the counts by severity, the most severe first. */
    public List<Long> counts() {
        return Severity.descending().stream().map(changes.total()::count).toList();
    }

    public boolean compared() {
        return changes.compared();
    }

    public long added() {
        return changes.added().total();
    }

    public long fixed() {
        return changes.fixed().total();
    }

    /** Returns the counts as text. */
    public String text() {
        String counts = build + ": " + SeverityBar.of(changes.total()).text();
        return compared() ? counts + "; " + added() + " new, " + fixed() + " fixed" : counts;
    }
}
