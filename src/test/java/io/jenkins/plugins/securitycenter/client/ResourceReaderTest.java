package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.client.resource.OnDemandScans;
import io.jenkins.plugins.securitycenter.client.resource.Reports;
import io.jenkins.plugins.securitycenter.client.resource.Resource;
import io.jenkins.plugins.securitycenter.client.resource.ResourceType;
import io.jenkins.plugins.securitycenter.client.resource.ScanResults;
import io.jenkins.plugins.securitycenter.client.resource.Scans;
import io.jenkins.plugins.securitycenter.client.transport.ScriptedServer;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import io.jenkins.plugins.securitycenter.model.Scan;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.model.resource.ReportDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API answers in place of a record is none, for every kind and every call. */
class ResourceReaderTest {

    private static final ObjectNode BODY = JsonNodeFactory.instance.objectNode().put("name", "A");

    private final ScriptedServer script = new ScriptedServer();
    private final SecurityCenter server = script.connect();

    @AfterEach
    void close() {
        server.close();
        script.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"\"",
                "null",
                "\"ok\"",
                "[{}]",
                "{\"id\":-1,\"name\":\"\",\"description\":\"\"}",
                "{\"id\":\"\",\"name\":\"A\"}",
                "{\"name\":\"A\"}",
                "[\"x\"]",
                "{\"id\":[],\"name\":\"A\"}"
            })
    void areNotReadFromNothing(String nothing) {
        for (ResourceType<?> kind : ResourceType.ALL) {
            script.says("GET " + kind.path() + "/1", nothing)
                    .says("POST " + kind.path(), nothing)
                    .says("PATCH " + kind.path() + "/1", nothing);
            Resource<?> resource = new Resource<>(server, kind);
            assertUnexpected(
                    () -> resource.get("1"),
                    "could not read " + kind.label() + " 1: it does not exist, or the account cannot use it.");
            assertUnexpected(
                    () -> resource.create(BODY),
                    "could not create " + kind.label() + " \"A\": the response contains no " + kind.label() + ".");
            assertUnexpected(
                    () -> resource.change("1", BODY),
                    "could not change " + kind.label() + " 1: the response contains no " + kind.label() + ".");
        }
        script.says("GET /scanResult/8", nothing).says("GET /currentUser", nothing);
        assertUnexpected(
                () -> new ScanResults(server).get("8"),
                "could not read scan result 8: it does not exist, or the account cannot use it.");
        assertUnexpected(
                () -> new ScanResults(server).coverage("8"),
                "could not read the findings of scan result 8: it does not exist, or the account cannot use it.");
        assertUnexpected(server::currentUser, "could not read the account: the response contains no user.");
        launchNothing("{\"scanResult\":" + nothing + "}", nothing, "{\"reportResult\":" + nothing + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"7\",\"name\":\"A\"}", "{\"id\":7}", "[{\"id\":\"7\"},{\"id\":\"8\"}]"})
    void areNotReadFromAnotherRecord(String other) {
        String problem = "the response contains the one with ID 7 instead; check whether a proxy changes or caches"
                + " responses.";
        for (ResourceType<?> kind : ResourceType.ALL) {
            script.says("GET " + kind.path() + "/8", other);
            assertUnexpected(
                    () -> new Resource<>(server, kind).get("8"), "could not read " + kind.label() + " 8: " + problem);
        }
        script.says("GET /scanResult/8", other);
        assertUnexpected(() -> new ScanResults(server).get("8"), "could not read scan result 8: " + problem);
        assertUnexpected(() -> new ScanResults(server).withCoverage("8"), "could not read scan result 8: " + problem);
        assertUnexpected(
                () -> new ScanResults(server).coverage("8"),
                "could not read the findings of scan result 8: " + problem);
    }

    private void launchNothing(String... answers) {
        Scan scan = new Scan("3", "Weekly", Optional.empty(), Optional.empty());
        ReportDefinition report = new ReportDefinition("4", "Monthly", "", "pdf");
        for (String answer : answers) {
            try (ScriptedServer own = new ScriptedServer();
                    SecurityCenter connection = own.connect()) {
                own.says("POST /reportDefinition/4/launch", answer);
                assertUnexpected(
                        () -> new Reports(connection).launch(report),
                        "could not launch report \"Monthly\": the response contains no report.");
                for (ScanKind kind : ScanKind.values()) {
                    own.says("POST " + kind.path() + "/3/launch", answer);
                    assertUnexpected(
                            () -> new Scans(connection, kind).launch(scan),
                            "could not launch " + kind.label() + " \"Weekly\": the response contains no scan result.");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "\"\"", "null", "\"ok\"", "7"})
    void ofTheServerHaveValues(String nothing) {
        script.says("GET /system", nothing).says("GET /status", nothing);
        assertUnexpected(
                server::system,
                "could not read the system information: response " + nothing + " is not valid; expected an object.");
        assertUnexpected(
                server::status,
                "could not read the status: response " + nothing + " is not valid; expected an object.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"ok\"", "\"\"", "null", "7", "true", "[\"x\"]", "[{\"id\":-1}]", "{\"status\":\"ok\"}"})
    void areNotListedFromNothing(String nothing) {
        for (ResourceType<?> kind : List.of(
                ResourceType.POLICY,
                ResourceType.FREEZE,
                ResourceType.ROLE,
                ResourceType.REPORT,
                ResourceType.ACCEPT_RISK_RULE)) {
            script.says("GET " + kind.path(), nothing);
            assertThatThrownBy(() -> new Resource<>(server, kind).list())
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessageContaining("could not list the " + kind.plural() + ": ")
                    .hasMessageContaining(" is not valid; expected ");
        }
        script.says("GET /scanResult", nothing).says("GET /scan", nothing);
        assertThatThrownBy(() -> new ScanResults(server).createdSince(Instant.EPOCH))
                .isInstanceOf(UnexpectedResponseException.class);
        assertThatThrownBy(() -> new OnDemandScans(server).marked(OnDemandScans.Marked.Type.SCAN))
                .isInstanceOf(UnexpectedResponseException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"ok\"", "\"\"", "null", "3", "true"})
    void areNotInAPageThatIsNoList(String nothing) {
        script.says("GET /plugin", nothing);
        assertUnexpected(
                () -> new Resource<>(server, ResourceType.PLUGIN).list(),
                "could not list the plugins: the response is not a list.");
    }

    @Test
    void ofAPagedListAreRecordsToo() {
        for (String row : List.of("\"x\"", "null", "{}", "{\"id\":-1}", "{\"name\":\"A\"}")) {
            script.says("GET /plugin", "[{\"id\":\"1\",\"name\":\"A\"}," + row + "]");
            try (ScriptedServer own = new ScriptedServer();
                    SecurityCenter connection = own.connect()) {
                own.says("GET /plugin", "[{\"id\":\"1\",\"name\":\"A\"}," + row + "]");
                assertThatThrownBy(() -> new Resource<>(connection, ResourceType.PLUGIN).list())
                        .as(row)
                        .isInstanceOf(UnexpectedResponseException.class)
                        .hasMessageContaining("could not list the plugins: ")
                        .hasMessageContaining("(row 2) is not valid; expected ");
            }
        }
    }

    @Test
    void haveIdsThatAreFitForAPath() throws Exception {
        script.says("POST /scan/3/launch", "{\"scanResult\":{\"id\":8.0,\"name\":\"Weekly\"}}")
                .says("GET /scanResult", "[{\"id\":8.0},{\"id\":\"9.0\"}]");
        Scan scan = new Scan("3", "Weekly", Optional.empty(), Optional.empty());
        assertThat(new Scans(server, ScanKind.ACTIVE).launch(scan).id()).isEqualTo("8");
        assertThat(new ScanResults(server).createdSince(Instant.EPOCH))
                .extracting(result -> result.id())
                .containsExactly("8", "9");
        script.says("POST /agentScan/3/launch", "{\"scanResult\":{\"id\":\"8/stop\",\"name\":\"Weekly\"}}");
        assertUnexpected(
                () -> new Scans(server, ScanKind.AGENT).launch(scan),
                "could not launch agent scan \"Weekly\": id \"8/stop\" is not valid; expected an ID of letters,"
                        + " digits, _ and -.");
    }

    @Test
    void ofARunTellWhenItBegan() {
        script.says("GET /scanResult/8", "{\"id\":\"8\",\"scan\":{\"id\":\"3\"},\"startTime\":\"soon\"}");
        assertUnexpected(
                () -> new ScanResults(server).coverage("8"),
                "could not read the findings of scan result 8: startTime \"soon\" is not valid; expected a time in"
                        + " seconds since 1970 or in ISO 8601 format.");
    }

    private static void assertUnexpected(ThrowingCallable call, String sentence) {
        assertThatThrownBy(call)
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessage("SecurityCenter \"scripted\": " + sentence);
    }
}
