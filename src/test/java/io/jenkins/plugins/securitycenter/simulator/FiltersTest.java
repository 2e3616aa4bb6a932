package io.jenkins.plugins.securitycenter.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiltersTest {
    private Simulator simulator;
    private Browser browser;
    private String result;
    private List<JsonNode> all;

    @BeforeAll
    void start() {
        simulator = Simulator.start(SimulatorOptions.defaults().withTiming(0, 0).withFindings(1_000));
        browser = Browser.loggedIn(simulator);
        result = browser.launch("1");
        all = rows("[]");
    }

    @AfterAll
    void stop() {
        simulator.close();
    }

    private List<JsonNode> rows(String filters) {
        List<JsonNode> rows = new ArrayList<>();
        browser.analyze(result, "vulndetails", filters, 0, 10_000)
                .at("/response/results")
                .forEach(rows::add);
        return rows;
    }

    private List<JsonNode> filtered(String name, String value) {
        return rows(Json.array()
                .add(Json.texts("filterName", name, "operator", "=", "value", value))
                .toString());
    }

    private void selects(List<JsonNode> found, Predicate<JsonNode> condition) {
        assertThat(found).isNotEmpty().isEqualTo(all.stream().filter(condition).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "port,port,22",
        "pluginName,pluginName,SSH",
        "dnsName,dnsName,web-",
        "cveID,cve,CVE-20",
        "ip,ip,10.17.0.7"
    })
    void selectsByText(String filter, String field, String value) {
        selects(
                filtered(filter, value),
                row -> row.path(field)
                        .asText()
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains(value.toLowerCase(java.util.Locale.ROOT)));
    }

    @Test
    void selectsBySeverities() {
        selects(filtered("severity", "3,4"), row -> row.at("/severity/id").asInt() >= 3);
    }

    @Test
    void selectsByProtocolNumber() {
        selects(filtered("protocol", "17"), row -> row.path("protocol").asText().equals("UDP"));
    }

    @Test
    void selectsByPluginAndFamily() {
        String plugin = all.get(3).path("pluginID").asText();
        selects(
                filtered("pluginID", plugin),
                row -> row.path("pluginID").asText().equals(plugin));
        String family = all.get(3).at("/family/id").asText();
        selects(
                rows("[{\"filterName\":\"family\",\"operator\":\"=\",\"value\":[{\"id\":\"" + family + "\"}]}]"),
                row -> row.at("/family/id").asText().equals(family));
    }

    @Test
    void selectsByExploit() {
        selects(
                filtered("exploitAvailable", "true"),
                row -> row.path("exploitAvailable").asText().equals("Yes"));
    }

    @Test
    void selectsByScore() {
        selects(filtered("vprScore", "7-10"), row -> row.path("vprScore").asDouble() >= 7);
        selects(
                filtered("baseCVSSScore", "4-6.9"),
                row -> row.path("baseScore").asDouble() >= 4
                        && row.path("baseScore").asDouble() <= 6.9);
        assertThat(error("vprScore", "> 7")).contains("range");
    }

    @Test
    void selectsByNetwork() {
        assertThat(filtered("ip", "10.17.0.0/29").size()).isEqualTo(7 * 25);
        assertThat(filtered("ip", "10.17.0.1-10.17.0.3,10.17.0.9").size()).isEqualTo(4 * 25);
        assertThat(filtered("ip", "192.168.0.0/16")).isEmpty();
        assertThat(filtered("asset", "1").size()).isEqualTo(20 * 25);
    }

    @Test
    void selectsByAge() {
        assertThat(filtered("lastSeen", "0:1").size()).isEqualTo(1_000);
        assertThat(filtered("lastSeen", "2:9")).isEmpty();
    }

    @Test
    void selectsByRepository() {
        assertThat(filtered("repositoryIDs", "1,2").size()).isEqualTo(1_000);
        assertThat(rows("[{\"filterName\":\"repository\",\"operator\":\"=\",\"value\":[{\"id\":\"2\"}]}]"))
                .isEmpty();
        assertThat(error("repository", "Default")).contains("record without a numeric 'id' field");
    }

    @Test
    void combinesFilters() {
        String both = "[{\"filterName\":\"severity\",\"operator\":\"=\",\"value\":\"4\"},"
                + "{\"filterName\":\"port\",\"operator\":\"=\",\"value\":\"443\"}]";
        selects(
                rows(both),
                row -> row.at("/severity/id").asInt() == 4
                        && row.path("port").asText().equals("443"));
    }

    @Test
    void namesTheValidFiltersForAnUnknownOne() {
        assertThat(error("colour", "red")).contains("The filter 'colour' is invalid (valid filters: ", "severity");
    }

    private String error(String name, String value) {
        String filters = Json.array()
                .add(Json.texts("filterName", name, "operator", "=", "value", value))
                .toString();
        JsonNode answer = browser.analyze(result, "listvuln", filters, 0, 10);
        assertThat(answer.path("error_code").asInt()).isEqualTo(146);
        return answer.path("error_msg").asText();
    }
}
