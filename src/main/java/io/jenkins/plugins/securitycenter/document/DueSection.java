package io.jenkins.plugins.securitycenter.document;

import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import io.jenkins.plugins.securitycenter.text.Digits;
import java.time.LocalDate;
import java.util.SortedMap;

/** The section about findings that are due or overdue. */
final class DueSection {

    private static final int MOST = 30;

    private final RecordContent content;
    private final HtmlBuilder html;

    DueSection(RecordContent content, HtmlBuilder html) {
        this.content = content;
        this.html = html;
    }

    void write() {
        SortedMap<LocalDate, Totals> dates = content.table().dueDates();
        Totals overdue = content.summary().changes().overdue();
        html.section("Due and overdue");
        if (dates.isEmpty() && overdue.total() == 0) {
            html.element("p", "No finding has a due date.");
        } else {
            html.element(
                    "p",
                    "Overdue when the findings were recorded: " + Digits.grouped(overdue.total())
                            + (overdue.total() == 0 ? "." : " (" + overdue.bySeverity() + ")."));
            table(dates);
        }
        html.close("section");
    }

    private void table(SortedMap<LocalDate, Totals> dates) {
        if (dates.isEmpty()) {
            return;
        }
        html.open("table");
        html.element(
                "caption",
                "Open findings by due date: the first " + Math.min(MOST, dates.size()) + " of "
                        + Digits.counted(dates.size(), "date"));
        html.open("thead").open("tr").element("th", "Due date", "scope", "col");
        Severity.descending().forEach(severity -> html.element("th", severity.label(), "scope", "col", "class", "n"));
        html.element("th", "Total", "scope", "col", "class", "n")
                .close("tr")
                .close("thead")
                .open("tbody");
        LocalDate passed = content.table().lastPassedDueDate().orElse(LocalDate.MIN);
        dates.entrySet().stream()
                .limit(MOST)
                .forEach(date ->
                        row(date.getKey(), date.getValue(), !date.getKey().isAfter(passed)));
        html.close("tbody").close("table");
    }

    private void row(LocalDate date, Totals totals, boolean overdue) {
        html.open("tr").open("th", "scope", "row").text(date.toString());
        if (overdue) {
            html.text(" ").element("span", "Overdue", "class", "tag");
        }
        html.close("th");
        for (Severity severity : Severity.descending()) {
            html.element("td", Digits.grouped(totals.count(severity)), "class", "n");
        }
        html.element("td", Digits.grouped(totals.total()), "class", "n").close("tr");
    }
}
