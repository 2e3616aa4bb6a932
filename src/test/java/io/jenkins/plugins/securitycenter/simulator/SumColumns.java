package io.jenkins.plugins.securitycenter.simulator;

import static io.jenkins.plugins.securitycenter.simulator.Column.fixed;
import static io.jenkins.plugins.securitycenter.simulator.Column.number;
import static io.jenkins.plugins.securitycenter.simulator.Column.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The fields of the rows of the tools that sum up. */
final class SumColumns {
    private static final Column<Sum> TOTAL = number("total", sum -> Sum.total(sum.counts()));
    private static final Column<Sum> SCORE = number("score", sum -> Sum.score(sum.counts()));
    private static final Column<Sum> PLUGIN =
            text("pluginID", sum -> sum.sample().plugin().id());
    private static final Column<Sum> NAME =
            text("name", sum -> sum.sample().plugin().name());
    private static final Column<Sum> FAMILY =
            new Column<>("family", sum -> sum.sample().plugin().family());
    private static final Column<Sum> SEVERITY =
            new Column<>("severity", sum -> sum.sample().severity().json());
    private static final Column<Sum> REPOSITORY =
            new Column<>("repository", sum -> FindingColumns.repository(sum.sample()));
    private static final List<Column<Sum>> SEVERITIES = List.of(
            SCORE,
            TOTAL,
            number("severityInfo", sum -> sum.count(Severity.INFO)),
            number("severityLow", sum -> sum.count(Severity.LOW)),
            number("severityMedium", sum -> sum.count(Severity.MEDIUM)),
            number("severityHigh", sum -> sum.count(Severity.HIGH)),
            number("severityCritical", sum -> sum.count(Severity.CRITICAL)));

    static final List<Column<Sum>> BY_PLUGIN =
            List.of(PLUGIN, TOTAL, SEVERITY, NAME, number("hostTotal", sum -> Sum.total(sum.counts())), FAMILY);
    static final List<Column<Sum>> PLUGIN_HOSTS = List.of(
            PLUGIN,
            TOTAL,
            SEVERITY,
            NAME,
            text("pluginDescription", sum -> sum.sample().plugin().description()),
            new Column<>("hosts", SumColumns::hosts),
            FAMILY);
    static final List<Column<Sum>> BY_CVE =
            List.of(text("cveID", Sum::label), SEVERITY, TOTAL, number("hostTotal", sum -> Sum.total(sum.counts())));
    static final List<Column<Sum>> BY_FAMILY = with(FAMILY);
    static final List<Column<Sum>> BY_HOST = host();

    private SumColumns() {}

    /** A label, then the score, the total and the five severities. */
    static List<Column<Sum>> labelled(String name) {
        return with(text(name, Sum::label));
    }

    private static List<Column<Sum>> with(Column<Sum> first) {
        List<Column<Sum>> columns = new ArrayList<>(List.of(first));
        columns.addAll(SEVERITIES);
        return List.copyOf(columns);
    }

    private static List<Column<Sum>> host() {
        List<Column<Sum>> columns = new ArrayList<>(List.of(
                text("ip", sum -> sum.sample().host().ip()),
                text("uuid", sum -> sum.sample().host().uuid())));
        columns.addAll(SEVERITIES);
        columns.addAll(List.of(
                text("macAddress", sum -> sum.sample().host().macAddress()),
                text("policyName", sum -> sum.sample().run().facts().details()),
                fixed("pluginSet", "202401010042"),
                text("netbiosName", sum -> sum.sample().host().netbiosName()),
                text("dnsName", sum -> sum.sample().host().dnsName()),
                text("osCPE", sum -> sum.sample().host().osCpe()),
                fixed("biosGUID", ""),
                fixed("tpmID", ""),
                fixed("mcafeeGUID", ""),
                fixed("lastAuthRun", ""),
                number("lastUnauthRun", sum -> sum.sample().lastSeen()),
                text("uniqueness", sum -> sum.sample().host().uniqueness()),
                REPOSITORY));
        return List.copyOf(columns);
    }

    private static ArrayNode hosts(Sum sum) {
        ObjectNode entry = Json.object();
        ArrayNode list = entry.putArray("iplist");
        for (Row row : sum.members()) {
            SimulatedHost host = row.host();
            list.add(Json.texts(
                    "ip", host.ip(),
                    "uuid", host.uuid(),
                    "macAddress", host.macAddress(),
                    "netbiosName", host.netbiosName(),
                    "dnsName", host.dnsName()));
        }
        entry.set("repository", FindingColumns.repository(sum.sample()));
        return Json.array().add(entry);
    }
}
