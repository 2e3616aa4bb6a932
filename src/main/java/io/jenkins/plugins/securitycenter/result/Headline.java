package io.jenkins.plugins.securitycenter.result;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.result.view.PageNumbers;
import io.jenkins.plugins.securitycenter.result.view.SeverityBar;
import jenkins.management.Badge;

/** The headline of a record: its counts in one line, and its new findings for the side panel. */
record Headline(StateCounts changes) {

    static Headline of(StateCounts changes) {
        return new Headline(changes);
    }

    /** Returns all counts in one line. */
    String text() {
        String counts = SeverityBar.of(changes.total()).text();
        return changes.compared()
                ? Messages.Headline_compared(
                        counts,
                        PageNumbers.grouped(changes.added().total()),
                        PageNumbers.grouped(changes.fixed().total()))
                : counts;
    }

    /** Returns the number of new findings; null if there are none or nothing was compared. */
    @CheckForNull
    Badge badge() {
        long number = changes.added().total();
        if (!changes.compared() || number == 0) {
            return null;
        }
        boolean serious = changes.added().atLeast(Severity.HIGH) > 0;
        return new Badge(
                Messages.Headline_badge(PageNumbers.grouped(number)),
                Messages.Headline_new(number),
                serious ? Badge.Severity.DANGER : Badge.Severity.WARNING);
    }
}
