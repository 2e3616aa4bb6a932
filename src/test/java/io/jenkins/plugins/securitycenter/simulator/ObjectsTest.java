package io.jenkins.plugins.securitycenter.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectsTest {
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

    private String refused(String method, String path, String body) {
        JsonNode answer = browser.envelope(method, path, body);
        assertThat(answer.path("error_code").asInt()).isPositive();
        return answer.path("error_msg").asText();
    }

    @Test
    void assetsKeepWhatDefinesThemInTypeFields() {
        JsonNode asset =
                browser.post("/asset", "{\"name\":\"Mine\",\"type\":\"static\",\"definedIPs\":\"10.3.3.3,10.3.3.4\"}");
        assertThat(asset.at("/typeFields/definedIPs").asText()).isEqualTo("10.3.3.3,10.3.3.4");
        assertThat(asset.has("definedIPs")).isFalse();
        assertThat(asset.path("ipCount").asInt()).isEqualTo(-1);
        String path = "/asset/" + asset.path("id").asText();
        JsonNode changed =
                browser.envelope("PATCH", path, "{\"definedIPs\":\"10.3.3.5\"}").path("response");
        assertThat(changed.at("/typeFields/definedIPs").asText()).isEqualTo("10.3.3.5");
        assertThat(changed.path("name").asText()).isEqualTo("Mine");
        assertThat(refused("POST", "/asset", "{\"name\":\"x\",\"type\":\"static\"}"))
                .contains("definedIPs");
        assertThat(refused("POST", "/asset", "{\"name\":\"x\",\"type\":\"odd\"}"))
                .contains("odd");
    }

    @ParameterizedTest
    @CsvSource({
        "/asset, /usable/1, type",
        "/scanner, /1, agentCapable",
        "/repository, /0, dataFormat",
        "/query, /usable/0, filters"
    })
    void listsShowWhatRealOnesDo(String path, String record, String field) {
        assertThat(browser.get(path).at(record).has(field)).isTrue();
        assertThat(browser.get(path).at(record).has("createdTime")).isEqualTo(path.equals("/query"));
    }

    @Test
    void agentGroupsBelongToScanners() {
        assertThat(browser.get("/agentGroup")).hasSize(2);
        assertThat(browser.get("/agentGroup/2/remote"))
                .hasSize(2)
                .allSatisfy(group ->
                        assertThat(group.path("nessusManagerID").asText()).isEqualTo("2"));
        assertThat(browser.get("/agentGroup/1/remote")).isEmpty();
        assertThat(refused("GET", "/agentGroup/99/remote", null)).contains("99");
    }

    @Test
    void credentialsNeverTellTheirSecrets() {
        JsonNode credential = browser.post(
                "/credential",
                "{\"name\":\"c\",\"type\":\"ssh\",\"authType\":\"password\",\"username\":\"u\",\"password\":\"hidden\"}");
        assertThat(credential.at("/typeFields/username").asText()).isEqualTo("u");
        assertThat(credential.at("/typeFields/password").asText()).isEqualTo("SET");
        assertThat(credential.toString()).doesNotContain("hidden");
    }

    @Test
    void ticketsHaveFixedWordsAndStay() {
        String path = "/ticket/"
                + browser.post("/ticket", "{\"name\":\"Fix\",\"assignee\":{\"id\":\"2\"}}")
                        .path("id")
                        .asText();
        assertThat(browser.get(path).path("status").asText()).isEqualTo("Assigned");
        assertThat(refused("PATCH", path, "{\"status\":\"Odd\"}")).contains("Odd");
        browser.envelope("PATCH", path, "{\"status\":\"Closed\"}");
        assertThat(browser.get(path).path("status").asText()).isEqualTo("Closed");
        refused("DELETE", path, null);
        assertThat(simulator.controls().objects("ticket")).hasSize(1);
    }

    @Test
    void rulesAreMadeForEachRepository() {
        JsonNode rules = browser.post(
                "/acceptRiskRule",
                "{\"plugin\":{\"id\":\"70001\"},\"repositories\":[{\"id\":\"1\"},{\"id\":\"2\"}],\"hostType\":\"all\"}");
        assertThat(rules).hasSize(2);
        assertThat(rules.at("/1/repository/name").asText()).isEqualTo("Restricted");
        assertThat(browser.get("/acceptRiskRule")).hasSize(2);
        assertThat(refused(
                        "POST",
                        "/recastRiskRule",
                        "{\"plugin\":{\"id\":\"1\"},\"repositories\":[{\"id\":\"1\"}],\"hostType\":\"all\"}"))
                .contains("newSeverity");
    }

    @Test
    void freezeWindowsStopLaunches() {
        String window = browser.post(
                        "/freeze",
                        "{\"name\":\"Month end\",\"start\":\"TZID=UTC:20200101T000000\",\"duration\":\"9999999999\","
                                + "\"allIPs\":\"false\",\"ipList\":\"10.18.3.0/24\"}")
                .path("id")
                .asText();
        assertThat(browser.get("/freeze?fields=active").at("/0/active").asText())
                .isEqualTo("true");
        assertThat(refused("POST", "/scan/2/launch", "{}")).contains("Month end");
        String targets = "\"repository\":{\"id\":1},\"policy\":{\"id\":1000001},\"ipList\":\"10.18.3.7\"}";
        assertThat(refused("POST", "/scan", "{\"name\":\"n\"," + targets)).contains("Month end");
        assertThat(browser.get("/scan").path("usable")).hasSize(9);
        browser.launch("1");
        browser.envelope("PATCH", "/freeze/" + window, "{\"enabled\":\"false\"}");
        assertThat(browser.launch("2")).isEqualTo("2");
    }

    @Test
    void rolesAndTheLicenceDecideWhoScans() {
        assertThat(browser.get("/role/2").path("permScan").asText()).isEqualTo("full");
        simulator.controls().put("role", "{\"id\":\"2\",\"permScan\":\"none\",\"permUploadNessusResults\":\"false\"}");
        assertThat(refused("POST", "/scan/1/launch", "{}")).contains("permission");
        assertThat(refused("POST", "/scanResult/import", "{}")).contains("permission");
        browser.post("/agentScan/1000001/launch", "{}");
        simulator.controls().setLicense("Expired");
        assertThat(refused("POST", "/agentScan/1000001/launch", "{}")).contains("license");
        assertThat(browser.get("/status").path("licenseStatus").asText()).isEqualTo("Expired");
    }

    @ParameterizedTest
    @CsvSource({"agentScan,1000001,agent,Agents at night [Agent Scan Import]", "wasScan,2000001,active,Shop"})
    void otherScansRunLikeActiveOnes(String resource, String id, String type, String name) {
        assertThat(browser.get("/" + resource).at("/usable/0/id").asText()).isEqualTo(id);
        String result = browser.post("/" + resource + "/" + id + "/launch", "{}")
                .at("/scanResult/id")
                .asText();
        JsonNode run = browser.get("/scanResult/" + result);
        assertThat(run.at("/scan/id").asText()).isEqualTo(id);
        assertThat(run.path("resultType").asText()).isEqualTo(type);
        assertThat(run.path("name").asText()).isEqualTo(name);
        assertThat(run.path("status").asText()).isEqualTo("Completed");
        assertThat(simulator.launches(id)).isOne();
    }

    @Test
    void agentsCannotBeStopped() {
        simulator.controls().setTiming(new SimulatorOptions.Timing(1_000, 0));
        String result = browser.post("/agentScan/1000001/launch", "{}")
                .at("/scanResult/id")
                .asText();
        assertThat(refused("POST", "/scanResult/" + result + "/stop", "{}")).contains("Agent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"repository", "zone", "scanner", "organization"})
    void onlyAdministratorsChangeTheServer(String resource) {
        assertThat(refused("POST", "/" + resource, "{\"name\":\"x\"}")).contains("permission");
        Browser admin = Browser.at(simulator).logIn(Simulator.ADMIN, Simulator.ADMIN_PASSWORD);
        assertThat(admin.post("/" + resource, "{\"name\":\"x\"}").path("name").asText())
                .isEqualTo("x");
    }

    @Test
    void pagesWhatIsAskedForInPages() {
        JsonNode page = browser.get("/user?paginated=true&startOffset=1&endOffset=3&sortField=username");
        assertThat(page.path("totalRecords").asText()).isEqualTo("3");
        assertThat(Browser.texts(page.path("results"), "username")).containsExactly("analyst", "ci");
        JsonNode hosts = browser.get("/hosts?pagination=true&startOffset=2400&endOffset=2600");
        assertThat(hosts.path("results")).hasSize(100);
        assertThat(browser.get("/hosts")).hasSize(50);
        String uuid = hosts.at("/results/0/uuid").asText();
        assertThat(browser.get("/hosts/" + uuid).path("name").asText()).isEqualTo("host-2401");
        assertThat(browser.post("/hosts/search?limit=10", "{}").path("results")).hasSize(10);
    }
}
