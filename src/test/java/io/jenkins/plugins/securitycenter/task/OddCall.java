package io.jenkins.plugins.securitycenter.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SessionPool;
import io.jenkins.plugins.securitycenter.client.analysis.Analysis;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.resource.PagedResource;
import io.jenkins.plugins.securitycenter.client.resource.Reports;
import io.jenkins.plugins.securitycenter.client.resource.Resource;
import io.jenkins.plugins.securitycenter.client.resource.ResourceType;
import io.jenkins.plugins.securitycenter.client.resource.ScanResults;
import io.jenkins.plugins.securitycenter.client.transport.CertificateParser;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Does with a server what the kind of a case says, and tells what came of it. */
final class OddCall {

    private static final Map<String, String> CALLS = Map.of(
            "findings", "POST /analysis",
            "totals", "POST /analysis",
            "object", "GET /policy/1",
            "list", "GET /policy",
            "rows", "GET /plugin",
            "call", "GET /status",
            "raw-result", "POST /scanResult/1/download",
            "report", "POST /report/1/download",
            "login", "POST /token",
            "keys", "GET /currentUser");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Login KEYS = new Login.ApiKeys("access", "secret");
    private static final Login PASSWORD = new Login.Password("ci", "secret");

    private final ManualClock clock = ManualClock.startingNow();
    private final OddCase odd;

    OddCall(OddCase odd) {
        this.odd = odd;
    }

    /** Fields as in {@code end} of a case; "refused" has the whole sentence, "broken" what no user should ever see. */
    JsonNode made() {
        try {
            // read back, so that numbers are compared by their values
            return MAPPER.readTree((odd.kind().equals("certificates") ? certificates() : online()).toString());
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            return end("refused", e.getMessage());
        } catch (InterruptedException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return end("broken", e.toString());
        }
    }

    private ObjectNode certificates() {
        return end(
                "certificates",
                CertificateParser.parse(new String(odd.body(), StandardCharsets.UTF_8))
                        .size());
    }

    private ObjectNode online() throws IOException, InterruptedException {
        try (OddServer server = new OddServer(odd, CALLS.getOrDefault(odd.kind(), odd.text("asks")));
                SessionPool sessions = new SessionPool(RetryPolicy.DEFAULT, clock::advance, clock);
                SecurityCenter connection = sessions.open(Endpoint.of("odd", server.url()), login())) {
            return switch (odd.kind()) {
                case "findings" -> findings(connection).put("asked", server.asked());
                case "totals" ->
                    end("totals", OddReading.counts(new Analysis(connection).totals(AnalysisQuery.ofScanResult("1"))));
                case "object" ->
                    end(
                            "name",
                            new Resource<>(connection, ResourceType.POLICY)
                                    .get("1")
                                    .name());
                case "list" ->
                    end(
                            "found",
                            new Resource<>(connection, ResourceType.POLICY)
                                    .list()
                                    .size());
                case "rows" -> rows(connection);
                case "call" -> end("answered", connection.call(Request.get("/status")));
                case "raw-result" -> file(target -> new ScanResults(connection).export("1", () -> target));
                case "report" -> report(connection);
                case "login" -> loggedIn(connection, server);
                case "keys" -> loggedIn(connection, server);
                default -> throw new AssertionError("Unknown kind " + odd.kind());
            };
        }
    }

    private ObjectNode findings(SecurityCenter server) throws InterruptedException {
        try {
            return new OddReading().record(server, odd.text("source"), clock);
        } catch (IOException e) {
            return end("refused", e.getMessage());
        }
    }

    private Login login() {
        String key = new String(odd.body(), StandardCharsets.UTF_8);
        return switch (odd.kind()) {
            case "login" -> PASSWORD;
            case "keys" -> new Login.ApiKeys(key, key);
            default -> KEYS;
        };
    }

    private static ObjectNode rows(SecurityCenter server) throws IOException, InterruptedException {
        return end(
                "found", new PagedResource(server).all(Request.get("/plugin")).size());
    }

    private static ObjectNode report(SecurityCenter server) throws IOException, InterruptedException {
        Reports reports = new Reports(server);
        var report = reports.get("1");
        return file(target -> reports.download(report, () -> target));
    }

    private ObjectNode loggedIn(SecurityCenter server, OddServer seen) throws IOException, InterruptedException {
        server.currentUser();
        return end("sent", seen.credentials.get(seen.credentials.size() - 1));
    }

    private interface Transfer {
        void to(ByteArrayOutputStream target) throws IOException, InterruptedException;
    }

    private static ObjectNode file(Transfer transfer) throws IOException, InterruptedException {
        ByteArrayOutputStream target = new ByteArrayOutputStream() {
            @Override
            public void close() {
                // opened anew by a repetition only
            }
        };
        transfer.to(target);
        return end("file", target.size());
    }

    private static ObjectNode end(String name, Object value) {
        JsonNode node = value instanceof JsonNode json
                ? json
                : value instanceof Integer number
                        ? JsonNodeFactory.instance.numberNode(number)
                        : JsonNodeFactory.instance.textNode(String.valueOf(value));
        return JsonNodeFactory.instance.objectNode().set(name, node);
    }
}
