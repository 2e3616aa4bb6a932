package io.jenkins.plugins.securitycenter.document;

import io.jenkins.plugins.securitycenter.findings.FindingLocation;
import io.jenkins.plugins.securitycenter.findings.FindingRow;
import io.jenkins.plugins.securitycenter.findings.SortColumn;
import io.jenkins.plugins.securitycenter.findings.TableFilter;
import io.jenkins.plugins.securitycenter.findings.TablePage;
import io.jenkins.plugins.securitycenter.findings.TableQuery;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.text.Digits;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The section with the worst findings by host, the worst host first. */
final class FindingSection {

    private static final int MOST = 5_000;
    private static final int PAGE = TableQuery.MOST_ENTRIES;

    /** Leaves room for the end of the document below 5 MB. */
    private static final long MOST_BYTES = 4_900_000;

    private static final int MOST_CVES = 3;

    private final RecordContent content;
    private final HtmlBuilder document;
    private final HtmlBuilder html = new HtmlBuilder();
    private final boolean compared;
    private int written;

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
        hosts(rows).forEach(this::host);
        document.section("Findings by host");
        document.element("p", introduction(matching)).add(html).close("section");
    }

    private String introduction(int matching) {
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

    /** Groups findings by host, the host with the most critical findings first, then that with the most high ones. */
    private static List<List<FindingRow>> hosts(List<FindingRow> rows) {
        Map<String, List<FindingRow>> hosts = new LinkedHashMap<>();
        for (FindingRow row : rows) {
            String host = FindingLocation.host(row.finding().host());
            hosts.computeIfAbsent(host, any -> new ArrayList<>()).add(row);
        }
        Comparator<List<FindingRow>> order = Comparator.comparingLong(host -> -count(host, Severity.CRITICAL));
        for (Severity severity : Severity.descending()) {
            order = order.thenComparingLong(host -> -count(host, severity));
        }
        return hosts.values().stream().sorted(order).toList();
    }

    private static long count(List<FindingRow> rows, Severity severity) {
        return rows.stream().filter(row -> row.finding().severity() == severity).count();
    }

    private void host(List<FindingRow> rows) {
        if (full()) {
            return;
        }
        String name = FindingLocation.host(rows.get(0).finding().host());
        html.open("table", "class", "host");
        html.element(
                "caption",
                TextLimit.name(name) + ": " + Digits.grouped(rows.size())
                        + (rows.size() == 1 ? " finding" : " findings"));
        html.open("thead").open("tr");
        html.element("th", "Severity", "scope", "col").element("th", "Finding", "scope", "col");
        html.element("th", "Port", "scope", "col");
        for (String column : new String[] {"CVSS", "VPR", "EPSS in percent", "First seen", "Due"}) {
            html.element("th", column, "scope", "col", "class", "n");
        }
        html.close("tr").close("thead").open("tbody");
        rows.forEach(this::row);
        html.close("tbody").close("table");
    }

    private void row(FindingRow row) {
        if (full()) {
            return;
        }
        written++;
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
        html.close("td")
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

    private boolean full() {
        return document.bytes() + html.bytes() > MOST_BYTES;
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
