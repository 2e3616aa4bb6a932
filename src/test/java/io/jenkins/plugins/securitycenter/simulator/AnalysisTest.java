package io.jenkins.plugins.securitycenter.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnalysisTest {
    private static final int FINDINGS = 2_345;
    private Simulator simulator;
    private Browser browser;
    private String result;

    @BeforeEach
    void start() {
        simulator = Simulator.start(SimulatorOptions.defaults().withTiming(0, 0).withFindings(FINDINGS));
        browser = Browser.loggedIn(simulator);
        result = browser.launch("1");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void pagesAddUpToTheSumsBySeverity() {
        Map<String, Integer> counted = new HashMap<>();
        Set<String> identities = new HashSet<>();
        for (int start = 0; start <= FINDINGS; start += 500) {
            JsonNode page = page("vulndetails", start, start + 500);
            assertThat(page.path("totalRecords").asText()).isEqualTo("2345");
            assertThat(page.path("returnedRecords").isNumber()).isTrue();
            for (JsonNode row : page.path("results")) {
                counted.merge(row.at("/severity/id").asText(), 1, Integer::sum);
                identities.add(
                        row.path("ip").asText() + row.path("port") + row.path("protocol") + row.path("pluginID"));
            }
        }
        assertThat(identities).hasSize(FINDINGS);
        Map<String, Integer> sums = new HashMap<>();
        JsonNode severities = page("sumseverity", 0, 5);
        severities
                .path("results")
                .forEach(row -> sums.put(
                        row.at("/severity/id").asText(), row.path("count").asInt()));
        assertThat(counted).isEqualTo(sums).hasSize(5);
        assertThat(severities.path("matchingDataElementCount").asText())
                .isEqualTo("%d:%d:%d:%d:%d:%d"
                        .formatted(
                                FINDINGS, sums.get("4"), sums.get("3"), sums.get("2"), sums.get("1"), sums.get("0")));
    }

    private JsonNode page(String tool, int from, int to) {
        return browser.analyze(result, tool, "[]", from, to).path("response");
    }

    @Test
    void answersNothingPastTheEnd() {
        JsonNode page = page("listvuln", 5_000, 6_000);
        assertThat(page.path("results")).isEmpty();
        assertThat(page.path("endOffset").asText()).isEqualTo("6000");
    }

    @Test
    void sumsAgreeWithTheRows() {
        for (String tool : List.of("sumid", "sumip", "sumfamily", "sumport", "sumprotocol", "sumdnsname")) {
            int total = 0;
            for (JsonNode row : page(tool, 0, 10_000).path("results")) {
                total += row.path("total").asInt();
            }
            assertThat(total).as(tool).isEqualTo(FINDINGS);
        }
        assertThat(page("sumip", 0, 10_000).path("results")).hasSize(94);
    }

    @Test
    void listsAddressesAsRangesUnderNumbers() {
        JsonNode addresses = page("iplist", 0, 10);
        assertThat(addresses.path("0").asText()).isEqualTo("10.17.0.1-10.17.0.94");
        assertThat(addresses.path("results").isNull()).isTrue();
        assertThat(addresses.has("totalRecords")).isFalse();
    }

    @Test
    void sortsAllRecordsAndNotOnlyThePage() {
        String body = Browser.query(result, "vulndetails", "[]", 0, 300)
                .replaceFirst("\\{", "{\"sortField\":\"severity\",\"sortDir\":\"desc\",");
        List<String> severities = Browser.texts(browser.post("/analysis", body).path("results"), "severity");
        assertThat(severities).first().isEqualTo("Critical");
        assertThat(severities).last().isIn("High", "Medium");
        List<String> order = List.of("Critical", "High", "Medium");
        assertThat(severities).isSortedAccordingTo((one, two) -> order.indexOf(one) - order.indexOf(two));
    }

    @Test
    void needsAView() {
        JsonNode answer = browser.envelope("POST", "/analysis", """
                {"type":"vuln","sourceType":"individual","query":{"tool":"listvuln","filters":[],"scanID":1}}""");
        assertThat(answer.path("error_code").asInt()).isEqualTo(142);
    }

    @Test
    void showsEverythingWhenTheScanIsOnlyNamedBesideTheQuery() {
        browser.launch("2");
        String body = """
                {"type":"vuln","sourceType":"individual","scanID":"1","view":"all",
                 "query":{"tool":"sumseverity","type":"vuln","filters":[]}}""";
        assertThat(browser.post("/analysis", body)
                        .path("matchingDataElementCount")
                        .asText())
                .startsWith(2 * FINDINGS + ":");
        assertThat(onOlderServer(body)).startsWith(FINDINGS + ":");
    }

    private String onOlderServer(String body) {
        SimulatorOptions older = simulator.options().withProfile(Profile.V5_8);
        try (Simulator old = Simulator.start(older)) {
            Browser visitor = Browser.loggedIn(old);
            visitor.launch("1");
            visitor.launch("2");
            return visitor.post("/analysis", body)
                    .path("matchingDataElementCount")
                    .asText();
        }
    }

    @Test
    void refusesResultsInRepositoriesOfOthers() {
        String restricted = browser.launch("9");
        Browser analyst = Browser.at(simulator).logIn("analyst", "analyst-password");
        JsonNode answer = analyst.analyze(restricted, "sumseverity", "[]", 0, 5);
        assertThat(answer.path("error_code").asInt()).isEqualTo(146);
        assertThat(answer.path("error_msg").asText()).contains("Group #5 does not have access to the Repository");
    }

    @Test
    void administratorsAnalyzeNothing() {
        Browser admin = Browser.at(simulator).logIn(Simulator.ADMIN, Simulator.ADMIN_PASSWORD);
        assertThat(admin.analyze(result, "sumseverity", "[]", 0, 5)
                        .path("error_code")
                        .asInt())
                .isPositive();
        assertThat(admin.get("/scan").isArray()).isTrue();
        assertThat(admin.get("/currentUser").at("/organization/id").isNumber()).isTrue();
    }

    @Test
    void hostileTextsAreThere() {
        String all = page("vulndetails", 0, FINDINGS).toString();
        assertThat(all).contains("<script>alert('simulator')</script>", "=HYPERLINK(", "\\u0007", "\uD83D\uDD25");
        List<String> outputs = new ArrayList<>();
        page("vulndetails", 0, FINDINGS)
                .path("results")
                .forEach(row -> outputs.add(row.path("pluginText").asText()));
        assertThat(outputs).allMatch(text -> text.startsWith("<plugin_output>") && text.endsWith("</plugin_output>"));
        long hostile = outputs.stream()
                .filter(text -> Hostile.TEXTS.stream().anyMatch(text::contains))
                .count();
        assertThat(hostile).isBetween(FINDINGS / 40L, FINDINGS / 10L);
    }

    @Test
    void slashesAreEscaped() {
        String raw = new String(
                browser.send("POST", "/analysis", Browser.query(result, "vulndetails", "[]", 0, 50))
                        .body(),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(raw).contains("<\\/plugin_output>").doesNotContain("</plugin_output>");
    }

    @Test
    void quirksShow() {
        simulator.controls().set(Quirk.EXTRA_ROW, true);
        JsonNode extra = page("listvuln", 0, 100);
        assertThat(extra.path("results")).hasSize(101);
        assertThat(extra.path("returnedRecords").asText()).startsWith("101.05");
        simulator.controls().set(Quirk.EXTRA_ROW, false);
        simulator.controls().set(Quirk.NO_TOTALS, true);
        assertThat(page("listvuln", 0, 100).has("totalRecords")).isFalse();
    }

    @Test
    void olderServersTakeSavedQueries() {
        String body = "{\"type\":\"vuln\",\"sourceType\":\"cumulative\",\"query\":{\"id\":\"1\"}}";
        assertThat(browser.envelope("POST", "/analysis", body)
                        .path("error_code")
                        .asInt())
                .isEqualTo(146);
        try (Simulator old = Simulator.start(simulator.options().withProfile(Profile.V5_20))) {
            Browser visitor = Browser.loggedIn(old);
            visitor.launch("1");
            assertThat(Browser.texts(visitor.post("/analysis", body).path("results"), "severity"))
                    .isNotEmpty()
                    .containsOnly("Critical");
        }
    }

    @Test
    void aMillionFindingsTakeOnePageOfMemory() {
        simulator.controls().setFindings(1_000_000);
        String many = browser.launch("2");
        JsonNode sums = browser.analyze(many, "sumseverity", "[]", 0, 5);
        assertThat(sums.at("/response/matchingDataElementCount").asText()).startsWith("1000000:");
        JsonNode last = browser.analyze(many, "vulndetails", "[]", 999_900, 1_000_100);
        assertThat(last.at("/response/results")).hasSize(100);
        assertThat(last.at("/response/totalRecords").asText()).isEqualTo("1000000");
    }

    @Test
    void rowsMoveBetweenCumulativePages() {
        simulator.controls().set(Quirk.MOVING_ROWS, true);
        JsonNode first = cumulative(0, 10);
        JsonNode second = cumulative(10, 20);
        assertThat(second.get(0)).isEqualTo(first.get(9));
    }

    private JsonNode cumulative(int from, int to) {
        return browser.post("/analysis", """
                {"type":"vuln","sourceType":"cumulative","query":{"tool":"listvuln","filters":[],
                "startOffset":"%d","endOffset":"%d"}}""".formatted(from, to)).path("results");
    }
}
