package io.jenkins.plugins.securitycenter.suppression;

import io.jenkins.plugins.securitycenter.text.Digits;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a build has to say about its suppression rules.
 *
 * @param expired the rules whose last day has passed; they suppress nothing
 * @param expiring the rules that end within 14 days
 * @param unused the rules that cover no current finding, except for expired ones
 * @param tooSevere the number of findings that a rule covers, but that are too severe to be suppressed
 * @param ignored the rules of the file of this build that do not count, because the reference build of another job did not use them
 */
public record SuppressionReport(
        List<Entry> expired, List<Entry> expiring, List<Entry> unused, long tooSevere, List<Entry> ignored)
        implements Serializable {

    private static final int MOST_LINES = 10;

    public static final SuppressionReport NONE = new SuppressionReport(List.of(), List.of(), List.of(), 0, List.of());

    /**
     * A rule.
     *
     * @param line the line of the file where the rule starts, from 1
     * @param rule what the rule selects, for example {@code plugin 51192}
     * @param until the last day, for example {@code 2027-03-31}
     */
    public record Entry(int line, String rule, String until, String reason) implements Serializable {

        static Entry of(SuppressionRule rule) {
            return new Entry(rule.line(), rule.text(), rule.until().toString(), rule.reason());
        }

        /** Returns the rule in a sentence, for example {@code line 2: plugin 51192 until 2027-03-31 (reason)}. */
        public String text() {
            return "line " + line + ": " + rule + " until " + until + " (" + reason + ")";
        }
    }

    /** Sets the parts that a stored report lacks. */
    public SuppressionReport {
        expired = expired == null ? List.of() : List.copyOf(expired);
        expiring = expiring == null ? List.of() : List.copyOf(expiring);
        unused = unused == null ? List.of() : List.copyOf(unused);
        ignored = ignored == null ? List.of() : List.copyOf(ignored);
    }

    /** Returns the lines for the build log. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        add(lines, "Expired suppression, which suppresses nothing: ", expired);
        add(lines, "Warning: suppression ends within " + Suppressions.WARNING_DAYS + " days: ", expiring);
        add(lines, "Warning: ignored suppression, which the reference build did not use: ", ignored);
        add(lines, "Unused suppression, which covers no finding: ", unused);
        if (tooSevere > 0) {
            lines.add("Warning: counted " + Digits.counted(tooSevere, "finding")
                    + " in spite of a suppression, because the administrators of this Jenkins do not allow the"
                    + " suppression of that severity");
        }
        return lines;
    }

    private static void add(List<String> lines, String start, List<Entry> entries) {
        entries.stream().limit(MOST_LINES).forEach(entry -> lines.add(start + entry.text()));
        if (entries.size() > MOST_LINES) {
            lines.add(start + Digits.grouped(entries.size() - MOST_LINES) + " more");
        }
    }
}
