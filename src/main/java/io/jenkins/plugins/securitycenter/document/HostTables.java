package io.jenkins.plugins.securitycenter.document;

import io.jenkins.plugins.securitycenter.findings.FindingLocation;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import io.jenkins.plugins.securitycenter.text.Digits;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tables of findings by host, the host with the most critical findings first, then that with the most high ones. */
final class HostTables {

    /** The maximum number of a caption, for its length. */
    private static final int MOST = 99_999;

    private static final class HostTable {

        private final HtmlBuilder rows = new HtmlBuilder();
        private Totals totals = Totals.NONE;
    }

    private final Map<String, HostTable> hosts = new LinkedHashMap<>();
    private long bytes;

    /**
     * Adds a finding to the table of its host.
     *
     * @param row the finding as a row of the table
     * @param most the maximum length of all tables in UTF-8
     * @return whether there was room for it
     */
    boolean add(Finding finding, HtmlBuilder row, long most) {
        String name = FindingLocation.host(finding.host());
        HostTable host = hosts.get(name);
        long more = row.bytes() + (host == null ? frame(name) : 0);
        if (bytes + more > most) {
            return false;
        }
        bytes += more;
        if (host == null) {
            host = new HostTable();
            hosts.put(name, host);
        }
        host.rows.add(row);
        host.totals = host.totals.plus(finding.severity(), 1);
        return true;
    }

    /** Returns the length of a table without rows. */
    private static long frame(String name) {
        HtmlBuilder frame = new HtmlBuilder();
        open(frame, name, MOST);
        close(frame);
        return frame.bytes();
    }

    /** Writes all tables. */
    void write(HtmlBuilder html) {
        Comparator<Map.Entry<String, HostTable>> order = worst(Severity.CRITICAL);
        for (Severity severity : Severity.descending()) {
            order = order.thenComparing(worst(severity));
        }
        hosts.entrySet().stream().sorted(order).forEach(host -> {
            open(html, host.getKey(), host.getValue().totals.total());
            html.add(host.getValue().rows);
            close(html);
        });
    }

    private static Comparator<Map.Entry<String, HostTable>> worst(Severity severity) {
        return Comparator.comparingLong(host -> -host.getValue().totals.count(severity));
    }

    private static void open(HtmlBuilder html, String name, long findings) {
        html.open("table", "class", "host");
        html.element(
                "caption",
                TextLimit.name(name) + ": " + Digits.grouped(findings) + (findings == 1 ? " finding" : " findings"));
        html.open("thead").open("tr");
        html.element("th", "Severity", "scope", "col").element("th", "Finding", "scope", "col");
        html.element("th", "Port", "scope", "col");
        for (String column : new String[] {"CVSS", "VPR", "EPSS in percent", "First seen", "Due"}) {
            html.element("th", column, "scope", "col", "class", "n");
        }
        html.close("tr").close("thead").open("tbody");
    }

    private static void close(HtmlBuilder html) {
        html.close("tbody").close("table");
    }
}
