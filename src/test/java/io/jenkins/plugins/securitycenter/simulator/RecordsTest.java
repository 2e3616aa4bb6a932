package io.jenkins.plugins.securitycenter.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordsTest {
    private Simulator simulator;
    private Browser browser;

    @BeforeEach
    void start() {
        simulator = Simulator.start(SimulatorOptions.defaults().withTiming(0, 0));
        browser = Browser.loggedIn(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void scansComeInTwoListsThatFieldsAndFilterCutDown() {
        JsonNode both = browser.get("/scan?fields=name,repository");
        assertThat(both.path("usable")).hasSize(9);
        assertThat(both.at("/usable/0/repository/name").asText()).isEqualTo("Default");
        assertThat(both.at("/usable/0").has("status")).isFalse();
        JsonNode usable = browser.get("/scan?filter=usable");
        assertThat(usable.has("manageable")).isFalse();
        Browser analyst = Browser.at(simulator).logIn("analyst", "analyst-password");
        assertThat(analyst.get("/scan").path("usable")).hasSize(9);
        assertThat(analyst.get("/scan").path("manageable")).isEmpty();
    }

    @Test
    void scansAreAddedChangedCopiedAndDeleted() {
        JsonNode scan = browser.post("/scan", """
                {"name":"New","repository":{"id":"1"},"policy":{"id":1000002},"ipList":"10.1.1.1","maxScanTime":7200}""");
        String path = "/scan/" + scan.path("id").asText();
        assertThat(scan.at("/policy/name").asText()).isEqualTo("Web Tests");
        assertThat(scan.path("maxScanTime").isTextual()).isTrue();
        assertThat(scan.at("/zone/id").isNumber()).isTrue();
        JsonNode changed = browser.envelope("PATCH", path, "{\"ipList\":\"10.1.1.2\",\"zone\":{\"id\":\"1\"}}");
        assertThat(changed.at("/response/ipList").asText()).isEqualTo("10.1.1.2");
        assertThat(changed.at("/response/zone/name").asText()).isEqualTo("Data centre");
        JsonNode copy = browser.post(path + "/copy", "{\"name\":\"Copied\",\"targetUser\":{\"id\":2}}");
        assertThat(copy.at("/scan/name").asText()).isEqualTo("Copied");
        assertThat(browser.envelope("DELETE", path, null).path("response").toString())
                .isEqualTo("\"\"");
        JsonNode gone = browser.envelope("DELETE", path, null);
        assertThat(gone.path("error_code").asInt()).isEqualTo(147);
        assertThat(gone.path("error_msg").asText()).matches("(?s)Unable to find existing Scan #\\d+ to delete.*\n");
    }

    @Test
    void resultsOutliveTheirDefinition() {
        String id = browser.post("/scan", """
                {"name":"Gone","repository":{"id":1},"policy":{"id":1000001},"ipList":"10.2.0.1",
                "schedule":{"type":"now"}}""").path("scanResultID").asText();
        String scan = browser.get("/scanResult/" + id).at("/scan/id").asText();
        browser.envelope("DELETE", "/scan/" + scan, null);
        assertThat(browser.get("/scanResult/" + id).path("status").asText()).isEqualTo("Completed");
        assertThat(browser.get("/scanResult/" + id).at("/scan/id").isNumber()).isTrue();
        browser.envelope("DELETE", "/scanResult/" + id, null);
        assertThat(browser.envelope("GET", "/scanResult/" + id, null)
                        .path("error_msg")
                        .asText())
                .isEqualTo("Scan Result get failed.\nScan Result #" + id + " does not exist.\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"repository\":{\"id\":1}}",
                "{\"name\":\"x\"}",
                "{\"name\":\"x\",\"repository\":{\"id\":99}}",
                "{\"name\":\"x\",\"repository\":{\"id\":1},\"policy\":{\"id\":7}}"
            })
    void refusesIncompleteScans(String body) {
        assertThat(browser.envelope("POST", "/scan", body).path("error_code").asInt())
                .isPositive();
        assertThat(browser.get("/scan").path("usable")).hasSize(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"policy", "credential", "asset", "query", "reportDefinition"})
    void objectsOfTheOrganizationComeInTwoLists(String resource) {
        JsonNode lists = browser.get("/" + resource);
        assertThat(lists.path("usable")).isNotEmpty();
        assertThat(lists.path("manageable")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"repository", "zone", "plugin"})
    void otherObjectsComeInOne(String resource) {
        JsonNode list = browser.get("/" + resource);
        assertThat(list.isArray()).isTrue();
        String id = list.at("/0/id").asText();
        assertThat(browser.get("/" + resource + "/" + id).path("name").asText())
                .isEqualTo(list.at("/0/name").asText());
    }

    @Test
    void objectsAreKept() {
        String path = "/asset/" + browser.post("/asset", """
                {"name":"Mine","type":"static","definedIPs":"10.3.3.3"}""").path("id").asText();
        browser.envelope("PATCH", path, "{\"description\":\"changed\"}");
        assertThat(browser.get(path + "?fields=name,description")
                        .path("description")
                        .asText())
                .isEqualTo("changed");
        browser.envelope("DELETE", path, null);
        assertThat(browser.envelope("GET", path, null).path("error_code").asInt())
                .isEqualTo(147);
    }

    @Test
    void usersSeeTheirRepositoriesOnly() {
        assertThat(browser.get("/repository")).hasSize(2);
        assertThat(Browser.at(simulator).logIn("analyst", "analyst-password").get("/repository"))
                .hasSize(1);
    }

    @Test
    void versionsShowAndHide() {
        assertThat(browser.get("/system").path("version").asText()).isEqualTo("6.7.0");
        assertThat(Browser.at(simulator).get("/system").has("version")).isFalse();
        try (Simulator old = Simulator.start(simulator.options().withProfile(Profile.V5_8))) {
            assertThat(Browser.at(old).get("/system").path("version").asText()).isEqualTo("5.8.0");
            assertThat(Browser.at(old).send("GET", "/system", null).headers().firstValue("SecurityCenter"))
                    .hasValue("5.8.0");
        }
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        JsonNode answer = browser.envelope("GET", "/no/such/thing", null);
        assertThat(answer.path("error_code").asInt()).isPositive();
        assertThat(browser.send("PUT", "/scan/1", "{}").statusCode()).isEqualTo(403);
    }
}
