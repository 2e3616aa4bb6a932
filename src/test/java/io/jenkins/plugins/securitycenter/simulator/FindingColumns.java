package io.jenkins.plugins.securitycenter.simulator;

import static io.jenkins.plugins.securitycenter.simulator.Column.fixed;
import static io.jenkins.plugins.securitycenter.simulator.Column.number;
import static io.jenkins.plugins.securitycenter.simulator.Column.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The fields of the rows of {@code listvuln} and {@code vulndetails}. */
final class FindingColumns {
    static final List<Column<Row>> LIST = List.of(
            text("pluginID", row -> row.plugin().id()),
            new Column<>("severity", row -> row.severity().json()),
            text("ip", row -> row.host().ip()),
            text("uuid", row -> row.host().uuid()),
            number("port", row -> row.plugin().product().port()),
            text("protocol", row -> row.plugin().product().protocol()),
            text("name", row -> row.plugin().name()),
            text("dnsName", row -> row.host().dnsName()),
            text("macAddress", row -> row.host().macAddress()),
            text("netbiosName", row -> row.host().netbiosName()),
            text("uniqueness", row -> row.host().uniqueness()),
            new Column<>("family", row -> row.plugin().family()),
            new Column<>("repository", FindingColumns::repository),
            text("pluginInfo", FindingColumns::info));

    private static final List<Column<Row>> IDENTITY = List.of(
            text("pluginID", row -> row.plugin().id()),
            new Column<>("severity", row -> row.severity().json()),
            text("hasBeenMitigated", row -> row.mitigated() ? "1" : "0"),
            text("acceptRisk", row -> row.accepted() ? "1" : "0"),
            fixed("recastRisk", "0"),
            text("ip", row -> row.host().ip()),
            text("uuid", row -> row.host().uuid()),
            number("port", row -> row.plugin().product().port()),
            text("protocol", row -> row.plugin().product().protocol()),
            text("pluginName", row -> row.plugin().name()),
            number("firstSeen", Row::firstSeen),
            number("lastSeen", Row::lastSeen));

    private static final List<Column<Row>> ABOUT = List.of(
            text("exploitAvailable", row -> row.plugin().exploitable() ? "Yes" : "No"),
            text("exploitEase", row -> row.plugin().exploitable() ? "Exploits are available" : ""),
            text("exploitFrameworks", row -> row.plugin().exploitable() ? "Framework (Simulated)" : ""),
            text("synopsis", row -> row.plugin().synopsis()),
            text("description", row -> row.plugin().description()),
            text("solution", row -> row.plugin().solution()),
            text("seeAlso", FindingColumns::seeAlso),
            text(
                    "riskFactor",
                    row -> row.severity() == Severity.INFO
                            ? "None"
                            : row.severity().label()),
            fixed("stigSeverity", ""),
            text("baseScore", row -> row.plugin().cvss()),
            text("temporalScore", row -> row.plugin().cvss()),
            text("cvssVector", row -> row.plugin().cvss().isEmpty() ? "" : "AV:N/AC:L/Au:N/C:P/I:P/A:P"),
            text("cvssV3BaseScore", row -> row.plugin().cvss()),
            text("cvssV3TemporalScore", row -> row.plugin().cvss()),
            text("cvssV3Vector", row -> row.plugin().cvss().isEmpty() ? "" : "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"));

    private static final List<Column<Row>> ORIGIN = List.of(
            text("cpe", row -> row.plugin().cpe()),
            text(
                    "vulnPubDate",
                    row -> row.plugin().cvss().isEmpty()
                            ? "-1"
                            : "" + row.plugin().published(-30)),
            text(
                    "patchPubDate",
                    row -> row.plugin().cvss().isEmpty()
                            ? "-1"
                            : "" + row.plugin().published(-10)),
            number("pluginPubDate", row -> row.plugin().published(0)),
            number("pluginModDate", row -> row.plugin().published(100)),
            text("checkType", row -> row.plugin().product().port() == 0 ? "local" : "remote"),
            text("version", row -> "1." + row.plugin().number(90, 5)),
            text("cve", row -> row.plugin().cves()),
            fixed("bid", ""),
            text(
                    "xref",
                    row -> row.plugin().cves().isEmpty()
                            ? ""
                            : "SIM:" + row.plugin().id()),
            text("pluginText", Row::output),
            text("dnsName", row -> row.host().dnsName()),
            text("macAddress", row -> row.host().macAddress()),
            text("netbiosName", row -> row.host().netbiosName()),
            text("uniqueness", row -> row.host().uniqueness()),
            new Column<>("family", row -> row.plugin().family()),
            new Column<>("repository", FindingColumns::repository),
            text("pluginInfo", FindingColumns::info));

    private static final List<Column<Row>> NEWER = List.of(
            text("vprScore", row -> row.plugin().vpr()),
            fixed("vprContext", "[]"),
            text("hostUniqueness", row -> row.host().uniqueness()),
            text("ips", row -> row.host().ip()),
            text("hostUUID", row -> row.host().uuid()),
            fixed("vulnUUID", ""),
            text("acceptRiskRuleComment", Row::acceptComment),
            text(
                    "epssScore",
                    row -> row.plugin().cvss().isEmpty()
                            ? ""
                            : "0.0" + row.plugin().number(90, 8)),
            text("cvssV4BaseScore", row -> row.plugin().cvss()),
            fixed("cvssV4Vector", ""));

    private FindingColumns() {}

    /** The row of {@code vulndetails}, which grew with the versions. */
    static List<Column<Row>> details(Profile profile) {
        List<Column<Row>> columns = new ArrayList<>(IDENTITY);
        columns.addAll(ABOUT);
        columns.addAll(ORIGIN);
        if (profile.isSix()) {
            columns.addAll(NEWER);
        }
        return List.copyOf(columns);
    }

    static ObjectNode repository(Row row) {
        return row.run().facts().repository().deepCopy().put("dataFormat", "IPv4");
    }

    private static String seeAlso(Row row) {
        return row.plugin().cves().isEmpty()
                ? ""
                : "https://example.com/advisory/" + row.plugin().id();
    }

    private static String info(Row row) {
        CataloguePlugin plugin = row.plugin();
        Product product = plugin.product();
        return plugin.id() + " (" + product.port() + "/" + product.protocolNumber() + ") " + plugin.name();
    }
}
