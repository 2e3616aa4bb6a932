package io.jenkins.plugins.securitycenter.findings;

/** Filters and queries as tests want them. */
final class TableQueries {

    private TableQueries() {}

    static TableFilter onPort(TableFilter filter, int port) {
        return changed(filter, port, filter.exploitable(), filter.family(), filter.search());
    }

    static TableFilter exploitable(TableFilter filter) {
        return changed(filter, filter.port(), true, filter.family(), filter.search());
    }

    static TableFilter ofFamily(TableFilter filter, String family) {
        return changed(filter, filter.port(), filter.exploitable(), family, filter.search());
    }

    static TableFilter searching(TableFilter filter, String words) {
        return changed(filter, filter.port(), filter.exploitable(), filter.family(), words);
    }

    static TableQuery sorted(TableQuery query, SortColumn column, boolean descending) {
        return new TableQuery(query.filter(), column, descending, query.start(), query.length());
    }

    private static TableFilter changed(
            TableFilter filter, int port, boolean exploitable, String family, String search) {
        return new TableFilter(
                filter.severities(),
                filter.changes(),
                filter.plugin(),
                filter.host(),
                port,
                exploitable,
                family,
                search,
                filter.suppressed(),
                RiskFilter.ALL,
                filter.cve(),
                filter.fix());
    }
}
