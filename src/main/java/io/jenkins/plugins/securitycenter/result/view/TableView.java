package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.findings.CveRow;
import io.jenkins.plugins.securitycenter.findings.FindingRow;
import io.jenkins.plugins.securitycenter.findings.FindingTable;
import io.jenkins.plugins.securitycenter.findings.FixRow;
import io.jenkins.plugins.securitycenter.findings.HostRow;
import io.jenkins.plugins.securitycenter.findings.PluginRow;
import io.jenkins.plugins.securitycenter.findings.TablePage;
import java.util.List;
import java.util.Locale;

/** A page of a table. */
public record TableView(TableRequest request, TablePage<?> found) {

    /** @throws IllegalArgumentException if the view cannot be sorted by the requested column */
    public static TableView of(FindingTable table, TableRequest request) {
        return new TableView(request, request.view().page(table, request.query()));
    }

    /** Returns the entries as lines of the view: {@link FindingLine}, {@link GroupLine}, {@link
     * FixLine} or {@link CveLine}. */
    public List<?> lines() {
        return found.entries().stream().map(this::line).toList();
    }

    /** Returns the position of the first entry, starting at 1. */
    public String first() {
        return count(request.query().start() + 1);
    }

    /** Returns the position of the last entry. */
    public String last() {
        return count(request.query().start() + found.entries().size());
    }

    public String matching() {
        return count(found.matching());
    }

    public String total() {
        return count(found.total());
    }

    public PageLinks paging() {
        return new PageLinks(request, found.matching());
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
        if (entry instanceof FixRow fix) {
            return new FixLine(fix, request);
        }
        if (entry instanceof CveRow cve) {
            return new CveLine(cve, request);
        }
        return entry instanceof HostRow host ? GroupLine.of(host, request) : GroupLine.of((PluginRow) entry, request);
    }

    private static String count(int number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
