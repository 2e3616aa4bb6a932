package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.findings.RiskFilter;
import io.jenkins.plugins.securitycenter.findings.SortColumn;
import io.jenkins.plugins.securitycenter.findings.TableFilter;
import io.jenkins.plugins.securitycenter.findings.TableQuery;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A request to the tables of a record. It is encoded in the query string, so that URLs can be shared.
 *
 * @param page the number of the page, starting at 1
 * @param length the number of entries per page
 */
public record TableRequest(
        TableType view, TableFilter filter, SortColumn sort, boolean descending, int page, int length) {

    static final int LENGTH = 50;
    static final int MOST_PAGES = 1_000_000;

    /** The first page of current findings, the most severe first. */
    public static final TableRequest FIRST =
            new TableRequest(TableType.FINDINGS, TableFilter.CURRENT, SortColumn.SEVERITY, true, 1, LENGTH);

    private static final Set<SortColumn> DOWNWARDS = EnumSet.of(
            SortColumn.SEVERITY,
            SortColumn.CVSS,
            SortColumn.VPR,
            SortColumn.FIRST_SEEN,
            SortColumn.TOTAL,
            SortColumn.HOSTS,
            SortColumn.RISK,
            SortColumn.EPSS);

    /**
     * Reads the parameters of a request; unknown ones are ignored.
     *
     * @throws IllegalArgumentException with a message that names the parameter and the allowed values
     */
    public static TableRequest parse(Map<String, String[]> query) {
        return parse(query, TableQuery.MOST_ENTRIES);
    }

    /**
     * Reads the parameters of a request; unknown ones are ignored.
     *
     * @param longest the maximum number of entries per page
     * @throws IllegalArgumentException with a message that names the parameter and the allowed values
     */
    public static TableRequest parse(Map<String, String[]> query, int longest) {
        QueryParameters parameters = new QueryParameters(query);
        String sort = parameters.text("sort");
        boolean descending = sort.isEmpty() || sort.startsWith("-");
        TableType view = parameters.choice("view", FIRST.view, List.of(TableType.values()), TableType::word);
        return new TableRequest(
                view,
                filter(parameters),
                sort.isEmpty() ? view.sort() : SortColumn.parse(descending ? sort.substring(1) : sort),
                descending,
                parameters.number("page", 1, 1, MOST_PAGES),
                parameters.number("size", LENGTH, 1, longest));
    }

    private static TableFilter filter(QueryParameters parameters) {
        return new TableFilter(
                parameters.choices("severity", Severity.descending(), Severity::label),
                parameters.choices("change", List.of(FindingState.values()), FindingState::word),
                parameters.text("plugin"),
                parameters.text("host"),
                parameters.number("port", -1, 0, Finding.MOST_PORTS),
                flag(parameters, "exploit"),
                parameters.text("family"),
                parameters.text("search"),
                flag(parameters, "suppressed"),
                new RiskFilter(
                        flag(parameters, "knownExploited"),
                        parameters.number("epss", 0, 0, 100),
                        flag(parameters, "patchAvailable"),
                        flag(parameters, "overdue")),
                parameters.text("cve"),
                parameters.text("fix"));
    }

    private static boolean flag(QueryParameters parameters, String name) {
        return parameters.choice(name, false, List.of(true, false), String::valueOf);
    }

    public TableQuery query() {
        return new TableQuery(filter, sort, descending, (page - 1) * length, length);
    }

    /** Returns the first page of another view of the same findings. */
    public TableRequest in(TableType other) {
        return new TableRequest(other, filter, other.sort(), true, 1, length);
    }

    public TableRequest with(TableFilter other) {
        return new TableRequest(view, other, sort, descending, 1, length);
    }

    public TableRequest at(int otherPage) {
        return new TableRequest(view, filter, sort, descending, otherPage, length);
    }

    public TableRequest of(int otherLength) {
        return new TableRequest(view, filter, sort, descending, 1, otherLength);
    }

    /** Sorts by the column in its default direction, or in the opposite direction if it is already sorted by it. */
    TableRequest sortedBy(SortColumn column) {
        boolean downwards = column == sort ? !descending : DOWNWARDS.contains(column);
        return new TableRequest(view, filter, column, downwards, 1, length);
    }

    /** Returns the query string, including the question mark, without default values. */
    public String link() {
        LinkBuilder link = new LinkBuilder().add("view", view.word(), FIRST.view.word());
        filter.severities().stream()
                .sorted(Comparator.reverseOrder())
                .forEach(severity -> link.add("severity", severity.label(), ""));
        filter.changes().stream().sorted().forEach(change -> link.add("change", change.word(), ""));
        return link.add("plugin", filter.plugin(), "")
                .add("host", filter.host(), "")
                .add("port", String.valueOf(filter.port()), "-1")
                .add("exploit", String.valueOf(filter.exploitable()), "false")
                .add("knownExploited", String.valueOf(filter.risk().knownExploited()), "false")
                .add("epss", String.valueOf(filter.risk().minimumEpss()), "0")
                .add("patchAvailable", String.valueOf(filter.risk().patchAvailable()), "false")
                .add("overdue", String.valueOf(filter.risk().overdue()), "false")
                .add("family", filter.family(), "")
                .add("search", filter.search(), "")
                .add("cve", filter.cve(), "")
                .add("fix", filter.fix(), "")
                .add("suppressed", String.valueOf(filter.suppressed()), "false")
                .add(
                        "sort",
                        (descending ? "-" : "") + sort.word(),
                        "-" + view.sort().word())
                .add("page", String.valueOf(page), "1")
                .add("size", String.valueOf(length), String.valueOf(LENGTH))
                .toString();
    }
}
