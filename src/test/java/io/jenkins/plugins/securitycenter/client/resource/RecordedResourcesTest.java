package io.jenkins.plugins.securitycenter.client.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.Recordings.Exchange;
import io.jenkins.plugins.securitycenter.client.transport.ScriptedServer;
import io.jenkins.plugins.securitycenter.model.Named;
import io.jenkins.plugins.securitycenter.model.resource.Asset;
import io.jenkins.plugins.securitycenter.model.resource.Repository;
import io.jenkins.plugins.securitycenter.model.resource.SavedQuery;
import io.jenkins.plugins.securitycenter.model.resource.ScannerPlugin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Typed access reads what real servers answered; for the recordings' origin see their own notice. */
class RecordedResourcesTest {
    private final ScriptedServer script = new ScriptedServer();
    private final SecurityCenter server = script.connect();

    @AfterEach
    void close() {
        server.close();
        script.close();
    }

    @TestFactory
    Stream<DynamicTest> readsEveryRecordedAnswer() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Exchange exchange : Recordings.all()) {
            for (ResourceType<?> kind : ResourceType.ALL) {
                if (exchange.answered() && exchange.path().matches(kind.path() + "(/\\d+)?")) {
                    tests.add(dynamicTest(exchange.toString(), () -> replay(exchange, kind)));
                }
            }
        }
        assumeFalse(tests.isEmpty(), "There is no recorded answer of a resource with typed access");
        return tests.stream();
    }

    private void replay(Exchange exchange, ResourceType<?> kind) throws Exception {
        try (ScriptedServer own = new ScriptedServer();
                SecurityCenter connection = own.connect()) {
            own.says(
                    exchange.method() + " " + exchange.path(),
                    exchange.response().toString());
            Resource<?> resource = new Resource<>(connection, kind);
            String id = exchange.path().substring(kind.path().length()).replace("/", "");
            switch (exchange.method()) {
                case "GET" -> {
                    if (id.isEmpty()) {
                        assertSame(resource.list(), exchange.response());
                    } else {
                        assertSame(resource.get(id), exchange.response());
                    }
                }
                case "POST" -> assertSame(resource.create(JsonNodeFactory.instance.objectNode()), exchange.response());
                case "PATCH" ->
                    assertSame(resource.change(id, JsonNodeFactory.instance.objectNode()), exchange.response());
                default -> resource.delete(id);
            }
        }
    }

    private static void assertSame(Named read, JsonNode recorded) {
        JsonNode record = recorded.isArray() ? recorded.path(0) : recorded;
        assertThat(read.id()).isNotEmpty().isEqualTo(record.path("id").asText());
        JsonNode name = record.path(record.has("name") ? "name" : "username");
        assertThat(name.isMissingNode() || read.name().equals(name.asText())).isTrue();
    }

    private static void assertSame(List<? extends Named> read, JsonNode recorded) {
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode part : recorded.isArray() ? List.of(recorded) : recorded) {
            part.forEach(record -> ids.add(record.path("id").asText()));
        }
        assertThat(read).extracting(Named::id).containsExactlyElementsOf(ids);
    }

    @Test
    void readsTheContentOfAssetLists() throws Exception {
        script.says(
                "GET /asset/1",
                Recordings.response("test_asset_lists_details_success", "GET").toString());
        Asset asset = new Resource<>(server, ResourceType.ASSET).get("1");
        assertThat(asset.name()).isEqualTo("Example");
        assertThat(asset.type()).isEqualTo(Asset.STATIC);
        assertThat(asset.addresses()).containsExactly("192.168.0.1");
    }

    @Test
    void readsRepositories() throws Exception {
        script.says(
                "GET /repository/7",
                Recordings.response("test_repositories_details_success", "GET").toString());
        assertThat(new Resource<>(server, ResourceType.REPOSITORY).get("7"))
                .isEqualTo(new Repository("7", "Example Repo", "", "Local", "IPv4"));
    }

    @Test
    void readsPlugins() throws Exception {
        script.says(
                "GET /plugin/19506",
                Recordings.response("test_plugins_details_success", "GET").toString());
        ScannerPlugin check = new Resource<>(server, ResourceType.PLUGIN).get("19506");
        assertThat(check.name()).isEqualTo("Nessus Scan Information");
        assertThat(check.family().orElseThrow().name()).isEqualTo("Settings");
        assertThat(check.riskFactor()).isEqualTo("None");
    }

    @Test
    void readsQueries() throws Exception {
        script.says(
                "GET /query",
                Recordings.response("test_queries_list_success", "GET").toString());
        SavedQuery query = new Resource<>(server, ResourceType.QUERY).find("744");
        assertThat(query.tool()).isEqualTo("vulndetails");
        assertThat(query.type()).isEqualTo("vuln");
    }

    @Test
    void readsTheLaunchOfAReport() throws Exception {
        script.says(
                "POST /reportDefinition/1/launch",
                Recordings.response("test_report_definition_launch_success", "POST")
                        .toString());
        script.says("GET /reportDefinition", "{\"usable\":[{\"id\":\"1\",\"name\":\"Iterator\"}]}");
        Reports reports = new Reports(server);
        var report = reports.launch(reports.definition("Iterator"));
        assertThat(report.id()).isEqualTo("1");
        assertThat(report.status()).isEqualTo("Queued");
        assertThat(report.ended()).isFalse();
        assertThat(report.steps().percent()).isEmpty();
    }

    @Test
    void readsUploads() throws Exception {
        script.says(
                "POST /file/upload",
                Recordings.response("test_scan_instances_import_scan_success", "POST")
                        .toString());
        var file = new Uploads(server).send("example.nessus", () -> new java.io.ByteArrayInputStream(new byte[] {1}));
        assertThat(file.name()).isEqualTo("fdSzCv");
        assertThat(file.originalName()).isEqualTo("example.nessus");
    }
}
