package io.jenkins.plugins.securitycenter.document;

import io.jenkins.plugins.securitycenter.result.view.VerdictLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A record as one HTML file: without scripts and without anything that a browser would load from elsewhere. It is below 5 MB
 * for any findings.
 */
public final class HtmlReport {

    private static final String STYLE = style();

    private final RecordContent content;
    private final HtmlBuilder html = new HtmlBuilder();

    private HtmlReport(RecordContent content) {
        this.content = content;
    }

    /** Writes the file; the stream stays open. */
    public static void write(RecordContent content, OutputStream out) throws IOException {
        out.write(new HtmlReport(content).build().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private String build() throws IOException {
        head();
        html.open("body");
        beginSheet();
        html.open("header");
        header();
        html.close("header").open("main");
        new SummarySections(content.summary(), html).write();
        new FixSection(content, html).write();
        new DueSection(content, html).write();
        new ExcusedSection(content, html).write();
        new FindingSection(content, html).write();
        html.close("main").close("td").close("tr").close("tbody").close("table");
        html.close("body").close("html");
        return html.toString();
    }

    private void head() {
        html.constant("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                """);
        html.element("title", content.header().heading());
        html.constant("<style>\n").constant(STYLE).constant("</style>\n").close("head");
    }

    /** Starts a table around everything: its head is on every printed page, but not on the screen. */
    private void beginSheet() {
        DocumentHeader header = content.header();
        String line = String.join(" - ", header.heading(), shortened(header.server()), header.timeText());
        html.open("table", "class", "sheet", "role", "presentation")
                .open("thead")
                .open("tr");
        html.element("td", line)
                .close("tr")
                .close("thead")
                .open("tbody")
                .open("tr")
                .open("td");
    }

    private void header() {
        DocumentHeader header = content.header();
        VerdictLine verdict = new VerdictLine(content.summary().verdict(), Locale.ENGLISH);
        html.element("h1", header.heading());
        html.open("p", "class", "verdict " + verdict.color())
                .element("strong", verdict.outcome() + ":")
                .text(" " + TextLimit.sentence(verdict.reason()))
                .close("p");
        html.open("dl");
        fact("Build", header.build(), header.page());
        fact("Time", header.timeText(), "");
        fact("Server", header.server(), "");
        fact("Scan result", header.scanResultId(), header.scanPage());
        fact("Compared with", header.reference().isEmpty() ? "nothing" : header.reference(), "");
        html.close("dl");
        header.notices().forEach(notice -> html.element("p", TextLimit.sentence(notice), "class", "notice"));
    }

    private void fact(String name, String value, String url) {
        if (!value.isEmpty()) {
            html.open("div")
                    .element("dt", name)
                    .open("dd")
                    .link(url, shortened(value))
                    .close("dd")
                    .close("div");
        }
    }

    private static String shortened(String text) {
        return TextLimit.name(text);
    }

    private static String style() {
        try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
