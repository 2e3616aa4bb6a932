package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.gate.Changes;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.util.List;

/**
 * What a build recorded, as a trend shows it.
 *
 * @param build the name of the build, for example {@code #12}
 * @param link to the findings of the build
 */
public record TrendPoint(String build, String link, Changes changes) {

    public long total() {
        return changes.total().total();
    }

    /** The numbers by severity, the worst first. */
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

    /** All of it in words. */
    public String text() {
        String counts = build + ": " + SeverityBar.of(changes.total()).text();
        return compared() ? counts + "; " + added() + " new, " + fixed() + " fixed" : counts;
    }
}
