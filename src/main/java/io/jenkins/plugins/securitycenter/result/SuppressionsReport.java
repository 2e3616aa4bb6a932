package io.jenkins.plugins.securitycenter.result;

import io.jenkins.plugins.securitycenter.suppression.SuppressionReport;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** Exposes a {@link SuppressionReport} to the remote API. */
@Restricted(NoExternalUse.class)
@ExportedBean(defaultVisibility = 2)
public final class SuppressionsReport {

    private final SuppressionReport report;

    SuppressionsReport(SuppressionReport report) {
        this.report = report;
    }

    /** Returns the rules whose last day has passed; they suppress nothing. */
    @Exported
    public List<Rule> getExpired() {
        return rules(report.expired());
    }

    /** Returns the rules that end within 14 days. */
    @Exported
    public List<Rule> getExpiring() {
        return rules(report.expiring());
    }

    /** Returns the rules that cover no current finding. */
    @Exported
    public List<Rule> getUnused() {
        return rules(report.unused());
    }

    /** Returns the rules that do not count, because the reference build of another job did not use them. */
    @Exported
    public List<Rule> getIgnored() {
        return rules(report.ignored());
    }

    private static List<Rule> rules(List<SuppressionReport.Entry> entries) {
        return entries.stream().map(Rule::new).toList();
    }

    /** Exposes a rule. */
    @Restricted(NoExternalUse.class)
    @ExportedBean(defaultVisibility = 3)
    public static final class Rule {

        private final SuppressionReport.Entry entry;

        Rule(SuppressionReport.Entry entry) {
            this.entry = entry;
        }

        /** Returns the line of the file where the rule starts, from 1. */
        @Exported
        public int getLine() {
            return entry.line();
        }

        /** Returns what the rule selects, for example {@code plugin 51192}. */
        @Exported
        public String getRule() {
            return entry.rule();
        }

        /** Returns the last day, for example {@code 2027-03-31}. */
        @Exported
        public String getUntil() {
            return entry.until();
        }

        @Exported
        public String getReason() {
            return entry.reason();
        }
    }
}
