package io.jenkins.plugins.securitycenter.document;

import io.jenkins.plugins.securitycenter.findings.FindingLocation;
import io.jenkins.plugins.securitycenter.findings.FindingRow;
import io.jenkins.plugins.securitycenter.findings.SortColumn;
import io.jenkins.plugins.securitycenter.findings.TableFilter;
import io.jenkins.plugins.securitycenter.findings.TablePage;
import io.jenkins.plugins.securitycenter.findings.TableQuery;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.text.Digits;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The section with the worst findings by host, the worst host first. */
final class FindingSection {

    private static final int MOST = 5_000;
    private static final int PAGE = TableQuery.MOST_ENTRIES;

    /** Leaves room for the end of the document below 5 MB. */
    private static final long MOST_BYTES = 4_990_000;

    private static final int MOST_CVES = 3;

    private final RecordContent content;
    private final HtmlBuilder document;
    private final HostTables tables = new HostTables();
    private final boolean compared;

    FindingSection(RecordContent content, HtmlBuilder document) {
        this.content = content;
        this.document = document;
        compared = content.summary().changes().compared();
    }

    void write() {
        List<FindingRow> rows = new ArrayList<>();
        TablePage<FindingRow> page = page(0);
        int matching = page.matching();
        rows.addAll(page.entries());
        while (rows.size() < Math.min(MOST, matching)) {
            rows.addAll(page(rows.size()).entries());
        }
        int written = 0;
        while (written < rows.size() && add(rows.get(written))) {
            written++;
        }
        document.section("Findings by host");
        document.element("p", introduction(written, matching));
        tables.write(document);
        document.close("section");
    }

    /** Adds a finding, unless the document would become too long. */
    private boolean add(FindingRow row) {
        return tables.add(row.finding(), row(row), MOST_BYTES - document.bytes());
    }

    private String introduction(int written, int matching) {
        String filtered =
                content.filter().equals(TableFilter.CURRENT) ? "" : " Only findings that match a filter are listed.";
        if (matching == 0) {
            return "There are no findings." + filtered;
        }
        return written < matching
                ? "The worst " + Digits.grouped(written) + " of " + Digits.grouped(matching)
                        + " findings are listed, those of the worst host first. Left out: "
                        + Digits.grouped(matching - written) + "." + filtered
                : "All " + Digits.grouped(matching) + " findings are listed, those of the worst host first." + filtered;
    }

    private TablePage<FindingRow> page(int start) {
        return content.table().findings(new TableQuery(content.filter(), SortColumn.SEVERITY, true, start, PAGE));
    }

    private HtmlBuilder row(FindingRow row) {
        HtmlBuilder html = new HtmlBuilder();
        Finding finding = row.finding();
        String plugin = finding.plugin().id();
        String name = finding.plugin().name();
        html.open("tr")
                .element(
                        "td",
                        finding.severity().label(),
                        "class",
                        "s s" + finding.severity().id())
                .open("td")
                .text(name.isBlank() ? "Plugin" : TextLimit.name(name));
        tags(row).forEach(tag -> html.text(" ").element("span", tag, "class", "tag"));
        html.element("small", TextLimit.name(plugin + cves(finding.plugin().cves())));
        return html.close("td")
                .element("td", TextLimit.name(FindingLocation.port(finding)))
                .element("td", FixSection.score(finding.risk().cvss()), "class", "n")
                .element("td", FixSection.score(finding.risk().vpr()), "class", "n")
                .element("td", FixSection.score(finding.risk().epssPercent()), "class", "n")
                .element("td", firstSeen(finding), "class", "n")
                .element(
                        "td",
                        content.table()
                                .dueDate(row.row())
                                .map(LocalDate::toString)
                                .orElse(""),
                        "class",
                        "n")
                .close("tr");
    }

    private List<String> tags(FindingRow row) {
        List<String> tags = new ArrayList<>();
        add(tags, compared && row.state() == FindingState.NEW, "New");
        add(tags, !row.state().current(), row.state().word());
        add(tags, row.finding().plugin().knownExploited(), "Known exploited");
        add(tags, row.finding().risk().exploitAvailable(), "Exploit available");
        add(tags, row.overdue(), "Overdue");
        add(tags, row.finding().risk().accepted(), "Risk accepted");
        add(tags, row.suppressed(), "Suppressed");
        add(tags, row.finding().risk().recast(), "Severity recast");
        return tags;
    }

    private static void add(List<String> tags, boolean set, String tag) {
        if (set) {
            tags.add(tag);
        }
    }

    private static String cves(List<String> cves) {
        String more = cves.size() > MOST_CVES ? " and " + (cves.size() - MOST_CVES) + " more" : "";
        return cves.isEmpty() ? "" : ", " + String.join(", ", cves.subList(0, Math.min(MOST_CVES, cves.size()))) + more;
    }

    private static String firstSeen(Finding finding) {
        return finding.firstSeen()
                .map(time -> LocalDate.ofInstant(time, ZoneOffset.UTC).toString())
                .orElse("");
    }
}
