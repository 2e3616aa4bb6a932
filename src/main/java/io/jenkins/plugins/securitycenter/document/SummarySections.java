package io.jenkins.plugins.securitycenter.document;

import io.jenkins.plugins.securitycenter.gate.CheckedHosts;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import io.jenkins.plugins.securitycenter.text.Digits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The sections about the whole record: counts, verdicts, and the quality of the scan. */
final class SummarySections {

    private static final int MOST_SENTENCES = 200;

    private final RecordSummary summary;
    private final HtmlBuilder html;

    SummarySections(RecordSummary summary, HtmlBuilder html) {
        this.summary = summary;
        this.html = html;
    }

    void write() {
        totals();
        List<String> verdicts = VerdictSentences.gates(summary.verdict());
        section("Quality gates", verdicts.isEmpty() ? List.of("No quality gates are set.") : verdicts);
        section("Quality of the scan", quality());
    }

    private void totals() {
        html.section("Findings by severity").open("table", "class", "totals");
        html.element("caption", "Numbers of findings by severity and change");
        Map<String, Totals> columns = columns(summary.changes());
        html.open("thead").open("tr").element("th", "Severity", "scope", "col");
        columns.keySet().forEach(name -> html.element("th", name, "scope", "col", "class", "n"));
        html.close("tr").close("thead").open("tbody");
        for (Severity severity : Severity.descending()) {
            row(severity.label(), columns, totals -> totals.count(severity));
        }
        row("Total", columns, Totals::total);
        html.close("tbody").close("table").close("section");
    }

    private void row(String name, Map<String, Totals> columns, ToLongFunction<Totals> count) {
        html.open("tr").element("th", name, "scope", "row");
        columns.values().forEach(totals -> html.element("td", Digits.grouped(count.applyAsLong(totals)), "class", "n"));
        html.close("tr");
    }

    private static Map<String, Totals> columns(StateCounts counts) {
        Map<String, Totals> columns = new LinkedHashMap<>();
        columns.put("Findings", counts.total());
        if (counts.compared()) {
            columns.put("New", counts.added());
            columns.put("Outstanding", counts.outstanding());
            columns.put("Fixed", counts.fixed());
            columns.put("Host not scanned", counts.notScanned());
            columns.put("Not checked", counts.notChecked());
        }
        columns.put("Suppressed", counts.suppressed());
        columns.put("Overdue", counts.overdue());
        return columns;
    }

    private List<String> quality() {
        CheckedHosts checked = summary.checked();
        List<String> sentences = VerdictSentences.quality(summary.verdict());
        if (checked.hosts() > 0) {
            sentences.add("Scanned hosts: " + Digits.grouped(checked.hosts())
                    + (checked.loginsKnown() ? ", logged in to " + Digits.grouped(checked.authenticated()) : "") + ".");
        }
        checked.pluginFeed()
                .ifPresent(time ->
                        sentences.add("The plugin feed is of " + time.toString().substring(0, 10) + "."));
        sentences.addAll(checked.sentences());
        return sentences.isEmpty() ? List.of("The quality of the scan is unknown.") : sentences;
    }

    private void section(String heading, List<String> sentences) {
        html.section(heading).open("ul");
        sentences.stream().limit(MOST_SENTENCES).forEach(text -> html.element("li", TextLimit.text(text)));
        if (sentences.size() > MOST_SENTENCES) {
            html.element("li", Digits.grouped(sentences.size() - MOST_SENTENCES) + " more are left out.");
        }
        html.close("ul").close("section");
    }
}
