package io.jenkins.plugins.securitycenter.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GenerationsTest {
    private Simulator simulator;
    private Browser browser;

    @BeforeEach
    void start() {
        simulator = Simulator.start(
                SimulatorOptions.defaults().withTiming(0, 0).with(new SimulatorOptions.Data(7, 1_000, 10)));
        browser = Browser.loggedIn(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void everyRunFixesSomeAndFindsOthers() {
        Set<String> first = findings("individual", browser.launch("1"), "all");
        String second = browser.launch("1");
        Set<String> later = findings("individual", second, "all");
        Set<String> fresh = new HashSet<>(later);
        fresh.removeAll(first);
        Set<String> fixed = new HashSet<>(first);
        fixed.removeAll(later);
        assertThat(later).hasSize(1_000);
        assertThat(fresh).hasSizeBetween(50, 150).hasSameSizeAs(fixed);
        assertThat(findings("individual", second, "new")).isEqualTo(fresh);
        assertThat(findings("individual", second, "patched")).isEqualTo(fixed);
        assertThat(findings("cumulative", "", "")).isEqualTo(later);
        assertThat(findings("patched", "", "")).isEqualTo(fixed);
    }

    @Test
    void theSameSeedGivesTheSameData() {
        Set<String> here = findings("individual", browser.launch("1"), "all");
        try (Simulator other = Simulator.start(simulator.options())) {
            browser = Browser.loggedIn(other);
            assertThat(findings("individual", browser.launch("1"), "all")).isEqualTo(here);
        }
        try (Simulator other = Simulator.start(simulator.options().withSeed(8))) {
            browser = Browser.loggedIn(other);
            assertThat(findings("individual", browser.launch("1"), "all")).isNotEqualTo(here);
        }
    }

    @Test
    void cumulativeDataIsThatOfTheNewestRunOfEachScan() {
        browser.launch("1");
        browser.launch("1");
        browser.launch("2");
        assertThat(findings("cumulative", "", "")).hasSize(2_000);
    }

    @Test
    void hostsAreThoseOfTheTargets() {
        String body = """
                {"name":"One network","repository":{"id":1},"policy":{"id":"1000001"},"ipList":"10.99.0.4/30,build.example.com"}""";
        String scan = browser.post("/scan", body).path("id").asText();
        Set<String> hosts = new HashSet<>();
        String result = browser.launch(scan);
        browser.analyze(result, "sumip", "[]", 0, 10)
                .at("/response/results")
                .forEach(row -> hosts.add(
                        row.path("ip").asText() + " " + row.path("dnsName").asText()));
        assertThat(hosts).hasSize(5).anyMatch(host -> host.startsWith("10.99.0.7 "));
        assertThat(hosts).anyMatch(host -> host.endsWith(" build.example.com"));
        assertThat(findings("individual", result, "all")).hasSize(125);
    }

    private Set<String> findings(String source, String result, String view) {
        String body = """
                {"type":"vuln","sourceType":"%s","query":{"tool":"listvuln","filters":[],"startOffset":0,
                "endOffset":100000,"scanID":"%s","view":"%s"}}""".formatted(source, result, view);
        Set<String> findings = new HashSet<>();
        JsonNode rows = browser.post("/analysis", body).path("results");
        rows.forEach(row -> findings.add(
                row.at("/repository/id").asText() + " " + row.path("ip").asText() + " "
                        + row.path("port").asText() + " " + row.path("protocol").asText() + " "
                        + row.path("pluginID").asText()));
        assertThat(findings).hasSize(rows.size());
        return findings;
    }
}
