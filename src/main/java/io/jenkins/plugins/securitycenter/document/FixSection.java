package io.jenkins.plugins.securitycenter.document;

import io.jenkins.plugins.securitycenter.findings.FixRow;
import io.jenkins.plugins.securitycenter.findings.SortColumn;
import io.jenkins.plugins.securitycenter.findings.TableFilter;
import io.jenkins.plugins.securitycenter.findings.TablePage;
import io.jenkins.plugins.securitycenter.findings.TableQuery;
import io.jenkins.plugins.securitycenter.text.Digits;
import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalDouble;

/** The section about the fixes that remove the most risk. */
final class FixSection {

    private static final int MOST = 20;
    private static final TableQuery QUERY = new TableQuery(TableFilter.CURRENT, SortColumn.RISK, true, 0, MOST);

    private final RecordContent content;
    private final HtmlBuilder html;

    FixSection(RecordContent content, HtmlBuilder html) {
        this.content = content;
        this.html = html;
    }

    void write() {
        TablePage<FixRow> fixes = content.table().fixes(QUERY);
        html.section("Fix first");
        if (fixes.entries().isEmpty()) {
            html.element("p", "There are no open findings.");
        } else {
            table(fixes);
        }
        html.close("section");
    }

    private void table(TablePage<FixRow> fixes) {
        html.open("table");
        html.element(
                "caption",
                "Fixes that remove the most risk: " + fixes.entries().size() + " of "
                        + Digits.grouped(fixes.matching()));
        html.open("thead").open("tr");
        html.element("th", "Fix", "scope", "col");
        for (String name : new String[] {"Share of the risk", "Findings", "Hosts"}) {
            html.element("th", name, "scope", "col", "class", "n");
        }
        html.element("th", "Worst severity", "scope", "col");
        for (String name : new String[] {"EPSS in percent", "VPR", "Earliest due date"}) {
            html.element("th", name, "scope", "col", "class", "n");
        }
        html.close("tr").close("thead").open("tbody");
        fixes.entries().forEach(this::row);
        html.close("tbody").close("table");
    }

    private void row(FixRow row) {
        html.open("tr").open("th", "scope", "row").text(row.title());
        if (row.knownExploited()) {
            html.text(" ").element("span", "Known exploited", "class", "tag");
        }
        html.close("th");
        html.element("td", String.format(Locale.ENGLISH, "%.1f %%", row.share()), "class", "n");
        html.element("td", Digits.grouped(row.totals().total()), "class", "n");
        html.element("td", Digits.grouped(row.hosts()), "class", "n");
        html.element("td", row.severity().label());
        html.element("td", score(row.epss()), "class", "n");
        html.element("td", score(row.vpr()), "class", "n");
        html.element("td", row.due().map(LocalDate::toString).orElse(""), "class", "n");
        html.close("tr");
    }

    static String score(OptionalDouble score) {
        return score.isPresent() ? String.valueOf(score.getAsDouble()) : "";
    }
}
