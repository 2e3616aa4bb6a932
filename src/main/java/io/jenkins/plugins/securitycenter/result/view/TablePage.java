package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.report.FindingRow;
import io.jenkins.plugins.securitycenter.report.FindingTable;
import io.jenkins.plugins.securitycenter.report.HostRow;
import io.jenkins.plugins.securitycenter.report.Page;
import io.jenkins.plugins.securitycenter.report.PluginRow;
import java.util.List;
import java.util.Locale;

/** A page of a table. */
public record TablePage(TableRequest request, Page<?> found) {

    /** @throws IllegalArgumentException with a sentence when the view cannot be sorted as the request wants it */
    public static TablePage of(FindingTable table, TableRequest request) {
        return new TablePage(request, request.view().page(table, request.query()));
    }

    /** The entries, as lines of the kind that the view has: {@link FindingLine} or {@link GroupLine}. */
    public List<?> lines() {
        return found.entries().stream().map(this::line).toList();
    }

    /** The position of the first entry, from 1. */
    public String first() {
        return count(request.query().start() + 1);
    }

    /** The position of the last entry. */
    public String last() {
        return count(request.query().start() + found.entries().size());
    }

    public String matching() {
        return count(found.matching());
    }

    public String total() {
        return count(found.total());
    }

    public Paging paging() {
        return new Paging(request, found.matching());
    }

    public TableLinks links() {
        return new TableLinks(request);
    }

    public FilterForm form() {
        return new FilterForm(request);
    }

    private Object line(Object entry) {
        if (entry instanceof FindingRow row) {
            return new FindingLine(row, request);
        }
        return entry instanceof HostRow host ? GroupLine.of(host, request) : GroupLine.of((PluginRow) entry, request);
    }

    private static String count(int number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
