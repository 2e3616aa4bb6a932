package io.jenkins.plugins.securitycenter.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemediationScanTest {
    private Simulator simulator;
    private Browser browser;
    private List<JsonNode> before;

    @BeforeEach
    void start() {
        simulator = Simulator.start(
                SimulatorOptions.defaults().withTiming(0, 0).with(new SimulatorOptions.Data(7, 200, 50)));
        simulator.controls().setScanReports(ScanReports.COMPLETE);
        browser = Browser.loggedIn(simulator);
        browser.launch("1");
        before = findings(browser.launch("1"));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void looksAtThePluginsHostsAndPortsOfItsPolicyOnly() {
        JsonNode onPort = first(row -> row.path("port").asInt() > 0);
        List<JsonNode> rows = findings(scan(onPort, onPort.path("port").asText(), "scan"));

        assertThat(rows).extracting(RemediationScanTest::key).containsExactly(key(onPort), "19506 0 " + ip(onPort));
        assertThat(rows.get(1).path("pluginText").asText())
                .contains("Port range : " + onPort.path("port").asText());
    }

    @Test
    void findsNothingOnOtherPorts() {
        JsonNode onPort = first(row -> row.path("port").asInt() > 1);

        assertThat(findings(scan(onPort, "1", "scan")))
                .extracting(RemediationScanTest::key)
                .containsExactly("19506 0 " + ip(onPort));
    }

    @Test
    void findsWhatIsFixedNoMore() {
        JsonNode finding = before.get(0);
        simulator
                .controls()
                .setScanReports(
                        ScanReports.COMPLETE.lacking(finding.path("pluginID").asText()));

        assertThat(findings(scan(finding, "default", "scan")))
                .extracting(RemediationScanTest::key)
                .containsExactly("19506 0 " + ip(finding));
    }

    @Test
    void changesNothingInTheRepository() {
        Set<String> held = cumulative();
        scan(before.get(0), "default", "scan");

        assertThat(cumulative()).isEqualTo(held);
    }

    @Test
    void policyWithContextNeedsAPlugin() {
        String policy = policy(before.get(0), "default", "scan");

        JsonNode refused = browser.envelope("POST", "/scan", """
                {"name":"x","repository":{"id":1},"policy":{"id":"%s"},"ipList":"10.17.0.1"}""".formatted(policy));

        assertThat(refused.path("error_msg").asText())
                .isEqualTo("A scan containing a context Policy must include a pluginID\n");
    }

    private String scan(JsonNode finding, String ports, String context) {
        String plugin = finding.path("pluginID").asText();
        JsonNode scan = browser.post("/scan", """
                {"name":"Remediation","repository":{"id":1},"policy":{"id":"%s"},"ipList":"%s","pluginID":"%s"}""".formatted(policy(finding, ports, context), ip(finding), plugin));
        return browser.launch(scan.path("id").asText());
    }

    private String policy(JsonNode finding, String ports, String context) {
        return browser.post("/policy", """
                        {"name":"Remediation","context":"%s","policyTemplate":{"id":1},
                         "preferences":{"portscan_range":"%s"},
                         "families":[{"id":"%s","plugins":[{"id":"%s"}]}]}""".formatted(
                                context,
                                ports,
                                finding.at("/family/id").asText(),
                                finding.path("pluginID").asText()))
                .path("id")
                .asText();
    }

    private JsonNode first(Predicate<JsonNode> which) {
        return before.stream()
                .filter(row -> !row.path("pluginID").asText().equals("19506"))
                .filter(which)
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> findings(String result) {
        return rows(Browser.query(result, "vulndetails", "[]", 0, 1000));
    }

    private Set<String> cumulative() {
        String query = """
                {"type":"vuln","sourceType":"cumulative","query":{"tool":"listvuln","type":"vuln","filters":[],
                 "startOffset":0,"endOffset":1000}}""";
        return rows(query).stream().map(RemediationScanTest::key).collect(Collectors.toSet());
    }

    private List<JsonNode> rows(String query) {
        List<JsonNode> rows = new ArrayList<>();
        browser.post("/analysis", query).path("results").forEach(rows::add);
        return rows;
    }

    private static String key(JsonNode row) {
        return row.path("pluginID").asText() + " " + row.path("port").asText() + " " + ip(row);
    }

    private static String ip(JsonNode row) {
        return row.path("ip").asText();
    }
}
