package io.jenkins.plugins.securitycenter.document;

import io.jenkins.plugins.securitycenter.export.Markdown;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * The report on a record for a check of a commit, such as those of GitHub.
 *
 * @param title one line of plain text
 * @param summary Markdown: verdict, counts, origin and quality of the scan
 * @param text Markdown: the worst new findings and the top fixes
 * @param page the URL of the record in Jenkins; empty if unknown
 */
public record CheckReport(Conclusion conclusion, String title, String summary, String text, String page) {

    /** The maximum length of the summary and of the text, in bytes of UTF-8. */
    static final int MOST_BYTES = 65_535;

    /** The number of new findings that a report lists. */
    public static final int MOST_NEW = 20;

    /** What the check says about the commit. */
    public enum Conclusion {
        SUCCESS,
        /** The record makes the build unstable or failed. */
        FAILURE,
        /** Nothing was compared or judged, or only gates that mark the stage are violated. */
        NEUTRAL,
        /** The findings are not recorded yet. */
        PENDING;

        static Conclusion of(RecordSummary summary) {
            return switch (summary.verdict().outcome()) {
                case FAILED, UNSTABLE -> FAILURE;
                case STAGE, INACTIVE -> NEUTRAL;
                case PASSED -> summary.changes().compared() ? SUCCESS : NEUTRAL;
            };
        }
    }

    /** Returns the report while the findings are being read. */
    public static CheckReport reading() {
        return new CheckReport(
                Conclusion.PENDING, "Reading findings", "The build reads the findings from SecurityCenter.", "", "");
    }

    /** Returns the report on an attempt that was aborted or failed. */
    public static CheckReport notRecorded() {
        return new CheckReport(
                Conclusion.FAILURE,
                "Findings not recorded",
                "The build failed or was aborted before it had recorded the findings; its log says why.",
                "",
                "");
    }

    /** @param worstNew the worst new findings, at most {@value #MOST_NEW}; empty if they cannot be read */
    public static CheckReport of(DocumentHeader header, RecordSummary summary, List<RecordedFinding> worstNew) {
        return of(BriefContent.of(header, summary, worstNew));
    }

    private static CheckReport of(BriefContent content) {
        return new CheckReport(
                Conclusion.of(content.summary()),
                CheckTitle.of(content.summary(), content.header().caveat()),
                LineLimit.cut(summary(content), MOST_BYTES),
                LineLimit.cut(text(content), MOST_BYTES),
                content.page());
    }

    private static List<String> summary(BriefContent content) {
        List<String> lines = new ArrayList<>();
        lines.add("**" + Markdown.line(content.verdict()) + "**");
        lines.add("");
        lines.add("| Severity | Findings | New | Fixed |");
        lines.add("| --- | ---: | ---: | ---: |");
        Severity.descending()
                .forEach(severity -> lines.add(row(content, severity.label(), totals -> totals.count(severity))));
        lines.add(row(content, "Total", Totals::total));
        lines.add("");
        content.counts().forEach(text -> lines.add(item(text)));
        content.facts().forEach(text -> lines.add(item(text)));
        list(lines, "Verdicts", content.sentences());
        list(lines, "Scan quality", content.quality());
        return lines;
    }

    private static String row(BriefContent content, String name, ToLongFunction<Totals> count) {
        List<String> cells = new ArrayList<>(List.of(name));
        cells.addAll(content.numbers(count));
        return row(cells);
    }

    private static List<String> text(BriefContent content) {
        List<String> lines = new ArrayList<>();
        if (!content.page().isEmpty()) {
            lines.add("All findings in Jenkins: " + Markdown.link(content.page()));
        }
        if (content.addedUnknown()) {
            list(lines, content.addedTitle(), List.of(BriefContent.ADDED_UNKNOWN));
        }
        if (!content.added().isEmpty()) {
            heading(lines, content.addedTitle());
            lines.add("| Severity | Finding | Host |");
            lines.add("| --- | --- | --- |");
            content.added().forEach(cells -> lines.add(row(cells)));
        }
        list(lines, "Fix first", content.fixes());
        return lines;
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Markdown::line).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static void list(List<String> lines, String heading, List<String> texts) {
        if (!texts.isEmpty()) {
            heading(lines, heading);
            texts.forEach(text -> lines.add(item(text)));
        }
    }

    private static String item(String text) {
        return "- " + Markdown.line(text);
    }

    private static void heading(List<String> lines, String text) {
        lines.add("");
        lines.add("### " + Markdown.line(text));
        lines.add("");
    }
}
