package io.jenkins.plugins.securitycenter.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the fields of answers with those of a real server of version 5.8, where recordings are at hand. */
class RecordedShapesTest {
    private Path recorded;
    private Simulator simulator;
    private Browser browser;

    @BeforeEach
    void start() {
        recorded = find();
        assumeTrue(recorded != null, "There is no folder shared/securitycenter/recorded beside the project");
        simulator = Simulator.start(
                SimulatorOptions.defaults().withProfile(Profile.V5_8).withTiming(0, 0));
        browser = Browser.loggedIn(simulator);
    }

    @AfterEach
    void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }

    private static Path find() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve("shared/securitycenter/recorded");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    private JsonNode recording(String name) throws IOException {
        JsonNode file = Json.MAPPER.readTree(recorded.resolve(name + ".json").toFile());
        return file.at("/exchanges/0/response/body/response");
    }

    private static Set<String> shape(JsonNode node) {
        Set<String> paths = new TreeSet<>();
        collect(node, "", paths);
        return paths;
    }

    private static void collect(JsonNode node, String path, Set<String> paths) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(field.getValue(), path + "/" + field.getKey(), paths));
        } else if (node.isArray()) {
            paths.add(path + "[]");
            node.forEach(entry -> collect(entry, path + "[]", paths));
        } else {
            paths.add(path + ":" + node.getNodeType());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sumseverity", "sumid", "sumip", "listvuln", "vulndetails", "vulnipdetail"})
    void analysis(String tool) throws IOException {
        String result = browser.launch("1");
        assertThat(shape(browser.analyze(result, tool, "[]", 0, 5).path("response")))
                .isEqualTo(shape(recording("test_analysis_vulns_" + tool + "_tool")));
    }

    @Test
    void scanList() throws IOException {
        assertThat(shape(browser.get("/scan"))).isEqualTo(shape(recording("test_scans_list")));
    }

    @Test
    void scanResultList() throws IOException {
        browser.launch("1");
        assertThat(shape(browser.get("/scanResult"))).isEqualTo(shape(recording("test_scan_instances_list")));
    }

    @Test
    void launch() throws IOException {
        assertThat(shape(browser.post("/scan/1/launch", "{}"))).isEqualTo(shape(recording("test_scans_launch")));
    }

    @Test
    void scan() throws IOException {
        Set<String> real = shape(recording("test_scans_details"));
        real.removeIf(path -> path.startsWith("/policyPrefs"));
        Set<String> ours = shape(browser.get("/scan/1"));
        ours.removeIf(path -> path.startsWith("/policyPrefs"));
        assertThat(ours).isEqualTo(real);
    }

    @Test
    void scanResult() throws IOException {
        String result = browser.launch("1");
        Set<String> real = shape(recording("test_scan_instances_details_success"));
        // the recorded one has lost its definition
        assertThat(real.remove("/scan/id:NUMBER")).isTrue();
        real.add("/scan/id:STRING");
        assertThat(shape(browser.get("/scanResult/" + result))).isEqualTo(real);
    }

    @Test
    void status() throws IOException {
        assertThat(shape(browser.get("/status"))).containsAll(shape(recording("test_status_status")));
    }

    @Test
    void reportLaunch() throws IOException {
        assertThat(shape(browser.post("/reportDefinition/1/launch", null)))
                .isEqualTo(shape(recording("test_report_definition_launch_success")));
    }

    @Test
    void assetList() throws IOException {
        assertThat(shape(browser.post(
                        "/asset", "{\"name\":\"Example\",\"type\":\"static\",\"definedIPs\":\"192.168.0.1\"}")))
                .isEqualTo(shape(recording("test_asset_lists_create_success")));
        assertThat(shape(browser.get("/asset?fields=name,description,status,type")))
                .isEqualTo(shape(recording("test_asset_lists_list_success")));
    }

    @Test
    void alerts() throws IOException {
        assertThat(shape(browser.get("/alert"))).isEqualTo(shape(recording("test_alerts_list_success")));
    }

    @Test
    void policies() throws IOException {
        assertThat(shape(browser.get("/policy"))).isEqualTo(shape(recording("test_policies_list")));
    }
}
