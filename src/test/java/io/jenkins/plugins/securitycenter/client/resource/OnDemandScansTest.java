package io.jenkins.plugins.securitycenter.client.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SessionPool;
import io.jenkins.plugins.securitycenter.client.resource.OnDemandScan.Scope;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import io.jenkins.plugins.securitycenter.client.transport.ServerUrl;
import io.jenkins.plugins.securitycenter.client.transport.UnreachableException;
import io.jenkins.plugins.securitycenter.model.ScanTargets;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnDemandScansTest {
    private static final ScanOwnerTag MARK = new ScanOwnerTag("ci.example.com", "folder/nightly#12");

    private final Simulator simulator =
            Simulator.start(SimulatorOptions.defaults().withTiming(0, 0));
    private final SessionPool sessions = new SessionPool(RetryPolicy.DEFAULT, pause -> {}, InstantSource.system());
    private final SecurityCenter server = sessions.open(
            Endpoint.of("simulator", ServerUrl.parse(simulator.url())),
            new Login.Password(Simulator.USER, Simulator.PASSWORD));
    private final OnDemandScans scans = new OnDemandScans(server);

    @AfterEach
    void close() {
        server.close();
        sessions.close();
        simulator.close();
    }

    private static OnDemandScan scan(String policy, String targets, List<String> assets) {
        return new OnDemandScan(
                "Build 12",
                policy,
                "Default",
                new Scope(ScanTargets.parse(targets), assets),
                "DMZ",
                List.of("Linux root", "1000002"),
                "7200");
    }

    private String create(OnDemandScan scan) throws Exception {
        return scans.create(scan.draft(server, line -> {}), MARK).id();
    }

    private JsonNode definition(String id) throws Exception {
        return server.call(Request.get("/scan/" + id));
    }

    @Test
    void makesAScanThatCanBeLaunched() throws Exception {
        String made = create(scan("Full Safe Scan", "10.18.0.1, www.example.com", List.of("Build agents")));
        JsonNode definition = definition(made);
        assertThat(definition.path("name").asText()).isEqualTo("Build 12");
        assertThat(definition.path("ipList").asText()).isEqualTo("10.18.0.1,www.example.com");
        assertThat(definition.at("/policy/name").asText()).isEqualTo("Full Safe Scan");
        assertThat(definition.at("/repository/name").asText()).isEqualTo("Default");
        assertThat(definition.at("/zone/name").asText()).isEqualTo("DMZ");
        assertThat(definition.at("/assets/0/name").asText()).isEqualTo("Build agents");
        assertThat(definition.at("/credentials/1/name").asText()).isEqualTo("Windows domain");
        assertThat(definition.at("/schedule/type").asText()).isEqualTo("template");
        assertThat(definition.path("maxScanTime").asText()).isEqualTo("7200");
        assertThat(definition.path("description").asText()).contains("folder/nightly#12");
    }

    @Test
    void needsNoTargetsBesideAssets() throws Exception {
        String made = create(scan("1000001", "", List.of("Build agents")));
        assertThat(definition(made).path("ipList").asText()).isEmpty();
    }

    @Test
    void saysWhichNameIsUnknown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create(scan("Nonesuch", "10.18.0.1", List.of())))
                .withMessageStartingWith("Policy \"Nonesuch\" does not exist");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create(scan("Web Tests", "", List.of("Nonesuch"))))
                .withMessageStartingWith("Asset list \"Nonesuch\" does not exist");
    }

    @Test
    void findsWhatACrashLeft() throws Exception {
        String made = create(scan("Web Tests", "10.18.0.1", List.of()));
        assertThat(scans.marked(OnDemandScans.Marked.Type.SCAN)).singleElement().satisfies(marked -> {
            assertThat(marked.id()).isEqualTo(made);
            assertThat(marked.mark()).isEqualTo(MARK);
            assertThat(marked.created()).isPresent();
        });
        assertThat(scans.find(OnDemandScans.Marked.Type.SCAN, MARK)).hasValue(made);
        scans.delete(OnDemandScans.Marked.Type.SCAN, made);
        assertThat(scans.marked(OnDemandScans.Marked.Type.SCAN)).isEmpty();
    }

    @Test
    void deletesWhatIsGoneAlready() throws Exception {
        String made = create(scan("Web Tests", "10.18.0.1", List.of()));
        scans.delete(OnDemandScans.Marked.Type.SCAN, made);
        scans.delete(OnDemandScans.Marked.Type.SCAN, made);
        assertThatThrownBy(() -> definition(made)).isInstanceOf(ErrorResponseException.class);
    }

    @Test
    void isCreatedOnceWhenTheResponseIsLost() throws Exception {
        simulator.faults().on("POST", "/scan").resetAfter().times(1);
        assertThatThrownBy(() -> create(scan("Web Tests", "10.18.0.1", List.of())))
                .isInstanceOf(UnreachableException.class);
        assertThat(scans.marked(OnDemandScans.Marked.Type.SCAN)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "2 hours", "1e3", "UNLIMITED"})
    void refusesScanTimesThatTheServerDoesNotKnow(String time) {
        Scope scope = new Scope(ScanTargets.parse("10.18.0.1"), List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OnDemandScan("n", "p", "r", scope, "", List.of(), time))
                .withMessage("maxScanTime must be a number of seconds or unlimited, but was \"" + time + "\".");
    }

    @Test
    void needsSomethingToScan() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scan("Web Tests", "", List.of()))
                .withMessageStartingWith("An on-demand scan needs targets");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scan(" ", "10.18.0.1", List.of()))
                .withMessage("An on-demand scan needs a policy, but it is empty.");
    }
}
