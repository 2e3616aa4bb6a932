package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.export.SarifSelection;
import io.jenkins.plugins.securitycenter.findings.CveRow;
import io.jenkins.plugins.securitycenter.findings.FindingRow;
import io.jenkins.plugins.securitycenter.findings.FindingTable;
import io.jenkins.plugins.securitycenter.findings.FixRow;
import io.jenkins.plugins.securitycenter.findings.HostRow;
import io.jenkins.plugins.securitycenter.findings.PluginRow;
import io.jenkins.plugins.securitycenter.findings.TableFilter;
import io.jenkins.plugins.securitycenter.findings.TablePage;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import java.util.List;

/**
 * A page of a table.
 *
 * @param sarif the number of findings that match the filter and could be in SARIF; 0 if a file can contain all
 * @param fix the title of the fix that the filter selects; empty if there is none
 */
public record TableView(TableRequest request, TablePage<?> found, int sarif, String fix) {

    TableView(TableRequest request, TablePage<?> found) {
        this(request, found, 0, "");
    }

    /** @throws IllegalArgumentException if the view cannot be sorted by the requested column */
    public static TableView of(FindingTable table, TableRequest request) {
        int most = table.size() <= SarifSelection.DEFAULT_LIMIT ? 0 : table.open(request.filter());
        String fix = request.filter().fix();
        return new TableView(
                request,
                request.view().page(table, request.query()),
                most,
                fix.isEmpty() ? "" : table.fixTitle(fix).orElse(""));
    }

    /** Returns whether the SARIF download lacks findings because of its limit. */
    public boolean sarifLimited() {
        return sarif > SarifSelection.DEFAULT_LIMIT;
    }

    /** Returns the number of findings in the SARIF download, if it is limited. */
    public String sarifIncluded() {
        return count(SarifSelection.DEFAULT_LIMIT);
    }

    /** Returns the number of findings that the SARIF download lacks. */
    public String sarifLeftOut() {
        return count(sarif - SarifSelection.DEFAULT_LIMIT);
    }

    /** Returns the entries as lines of the view: {@link FindingLine}, {@link GroupLine}, {@link
     * FixLine} or {@link CveLine}. */
    public List<?> lines() {
        return found.entries().stream().map(this::line).toList();
    }

    /** Returns whether a value of a CVE may be that of another one. */
    public boolean shared() {
        return found.entries().stream().anyMatch(entry -> entry instanceof CveRow cve && cve.shared());
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

    /** Returns whether the filter leaves out findings. */
    public boolean filtered() {
        return found.matching() != found.total();
    }

    /** Returns whether there can be current findings although none is listed, because the filter has a condition. */
    public boolean restricted() {
        return !request.filter().equals(TableFilter.CURRENT);
    }

    /** Returns the columns of the table of findings. */
    public ShownColumns shown(StateCounts counts) {
        return new ShownColumns(request, counts);
    }

    public TableLinks links() {
        return new TableLinks(request);
    }

    public FilterForm form() {
        return new FilterForm(request, fix);
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
        return PageNumbers.grouped(number);
    }
}
