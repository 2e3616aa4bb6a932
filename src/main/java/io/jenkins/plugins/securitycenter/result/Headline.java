package io.jenkins.plugins.securitycenter.result;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.result.view.SeverityBar;
import jenkins.management.Badge;

/** The headline of a record: its new findings or, without a reference build, its critical and high findings. */
record Headline(StateCounts changes) {

    static Headline of(StateCounts changes) {
        return new Headline(changes);
    }

    /** Returns all counts in one line. */
    String text() {
        String counts = SeverityBar.of(changes.total()).text();
        return changes.compared()
                ? Messages.Headline_compared(
                        counts, changes.added().total(), changes.fixed().total())
                : counts;
    }

    /** Returns the headline number; null if it is zero. */
    @CheckForNull
    Badge badge() {
        long serious = (changes.compared() ? changes.added() : changes.total()).atLeast(Severity.HIGH);
        long number = changes.compared() ? changes.added().total() : serious;
        if (number == 0) {
            return null;
        }
        String tooltip = changes.compared() ? Messages.Headline_new(number) : Messages.Headline_serious(number);
        return new Badge(String.valueOf(number), tooltip, serious > 0 ? Badge.Severity.DANGER : Badge.Severity.WARNING);
    }
}
