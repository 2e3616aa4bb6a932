package io.jenkins.plugins.securitycenter.document;

import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** A mail about a record, as HTML and as plain text; each is at most 60 KB. */
public final class RecordMail {

    /** The number of new findings that a mail lists. */
    public static final int MOST_NEW = 10;

    private static final String CELL = "border:1px solid #888888;padding:3px 8px;text-align:";
    private static final String LEFT = CELL + "left";
    private static final String RIGHT = CELL + "right";

    private final BriefContent content;

    private RecordMail(BriefContent content) {
        this.content = content;
    }

    /** @param worstNew the worst new findings, at most {@value #MOST_NEW}; empty if they cannot be read */
    public static RecordMail of(DocumentHeader header, RecordSummary summary, List<RecordedFinding> worstNew) {
        return new RecordMail(BriefContent.of(header, summary, worstNew));
    }

    /** Returns the mail as HTML. All style is inline, because many mail programs drop style sheets. */
    public String html() {
        HtmlBuilder html = new HtmlBuilder();
        html.constant("<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"></head>\n");
        html.open("body", "style", "font-family:sans-serif;font-size:14px");
        html.element("h1", content.title(), "style", "font-size:18px");
        html.open("p").element("strong", content.verdict()).close("p");
        content.facts().forEach(fact -> html.element("p", fact, "style", "margin:2px 0"));
        severities(html);
        content.counts().forEach(count -> html.element("p", count, "style", "margin:2px 0"));
        list(html, "Verdicts", content.sentences());
        list(html, "Scan quality", content.quality());
        added(html);
        list(html, "Fix first", content.fixes());
        if (!content.page().isEmpty()) {
            html.open("p").link(content.page(), "All findings in Jenkins").close("p");
        }
        return html.close("body").close("html").toString();
    }

    private void severities(HtmlBuilder html) {
        html.open("table", "style", "border-collapse:collapse;margin:12px 0").open("tr");
        html.element("th", "Severity", "style", LEFT, "scope", "col");
        for (String name : List.of("Findings", "New", "Fixed")) {
            html.element("th", name, "style", RIGHT, "scope", "col");
        }
        html.close("tr");
        Severity.descending().forEach(severity -> row(html, severity.label(), totals -> totals.count(severity)));
        row(html, "Total", Totals::total);
        html.close("table");
    }

    private void row(HtmlBuilder html, String name, ToLongFunction<Totals> count) {
        html.open("tr").element("th", name, "style", LEFT, "scope", "row");
        content.numbers(count).forEach(number -> html.element("td", number, "style", RIGHT));
        html.close("tr");
    }

    private void added(HtmlBuilder html) {
        if (content.addedUnknown()) {
            list(html, content.addedTitle(), List.of(BriefContent.ADDED_UNKNOWN));
        }
        if (content.added().isEmpty()) {
            return;
        }
        heading(html, content.addedTitle());
        html.open("table", "style", "border-collapse:collapse").open("tr");
        for (String name : List.of("Severity", "Finding", "Host")) {
            html.element("th", name, "style", LEFT, "scope", "col");
        }
        html.close("tr");
        for (List<String> line : content.added()) {
            html.open("tr");
            line.forEach(text -> html.element("td", text, "style", LEFT));
            html.close("tr");
        }
        html.close("table");
    }

    private static void list(HtmlBuilder html, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            heading(html, heading);
            html.open("ul");
            lines.forEach(line -> html.element("li", line));
            html.close("ul");
        }
    }

    private static void heading(HtmlBuilder html, String text) {
        html.element("h2", text, "style", "font-size:16px;margin:16px 0 4px");
    }

    /** Returns the mail as plain text. */
    public String text() {
        StringBuilder text = new StringBuilder(content.title()).append('\n');
        text.append(content.verdict()).append("\n\n");
        content.facts().forEach(fact -> text.append(fact).append('\n'));
        text.append('\n').append(line("Severity", List.of("Findings", "New", "Fixed")));
        for (Severity severity : Severity.descending()) {
            text.append(line(severity.label(), content.numbers(totals -> totals.count(severity))));
        }
        text.append(line("Total", content.numbers(Totals::total)));
        content.counts().forEach(count -> text.append(count).append('\n'));
        list(text, "Verdicts", content.sentences());
        list(text, "Scan quality", content.quality());
        list(
                text,
                content.addedTitle(),
                content.addedUnknown()
                        ? List.of(BriefContent.ADDED_UNKNOWN)
                        : content.added().stream()
                                .map(line -> String.join(" | ", line))
                                .toList());
        list(text, "Fix first", content.fixes());
        if (!content.page().isEmpty()) {
            text.append("\nAll findings in Jenkins: ").append(content.page()).append('\n');
        }
        return text.toString();
    }

    private static String line(String name, List<String> numbers) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-10s", name));
        numbers.forEach(number -> line.append(String.format(Locale.ROOT, "%12s", number)));
        return line.append('\n').toString();
    }

    private static void list(StringBuilder text, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append('\n').append(heading).append(":\n");
            lines.forEach(line -> text.append("- ").append(line).append('\n'));
        }
    }
}
