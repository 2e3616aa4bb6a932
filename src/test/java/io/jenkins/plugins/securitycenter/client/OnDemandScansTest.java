package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.client.OnDemandScan.Scope;
import io.jenkins.plugins.securitycenter.client.OnDemandScans.Marked;
import io.jenkins.plugins.securitycenter.model.Scan;
import io.jenkins.plugins.securitycenter.model.ScanTargets;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OnDemandScansTest {
    private static final ScanMark MARK = new ScanMark("ci.example.com", "folder/nightly#12");

    private final Simulator simulator =
            Simulator.start(SimulatorOptions.defaults().withTiming(0, 0));
    private final Sessions sessions = new Sessions(RetryPolicy.DEFAULT, pause -> {}, InstantSource.system());
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
                Duration.ofHours(2));
    }

    private JsonNode definition(String id) throws Exception {
        return server.call(Request.get("/scan/" + id));
    }

    @Test
    void makesAScanThatCanBeLaunched() throws Exception {
        Scan made = scans.create(scan("Full Safe Scan", "10.18.0.1, www.example.com", List.of("Build agents")), MARK);
        JsonNode definition = definition(made.id());
        assertThat(definition.path("name").asText()).isEqualTo("Build 12");
        assertThat(definition.path("ipList").asText()).isEqualTo("10.18.0.1,www.example.com");
        assertThat(definition.at("/policy/name").asText()).isEqualTo("Full Safe Scan");
        assertThat(definition.at("/repository/name").asText()).isEqualTo("Default");
        assertThat(definition.at("/zone/name").asText()).isEqualTo("DMZ");
        assertThat(definition.at("/assets/0/name").asText()).isEqualTo("Build agents");
        assertThat(definition.at("/credentials/1/name").asText()).isEqualTo("Windows domain");
        assertThat(definition.at("/schedule/type").asText()).isEqualTo("template");
        assertThat(definition.path("maxScanTime").asText()).isEqualTo("7200");
        assertThat(server.scans().launch(made).id()).isNotEmpty();
    }

    @Test
    void needsNoTargetsBesideAssets() throws Exception {
        Scan made = scans.create(scan("1000001", "", List.of("Build agents")), MARK);
        assertThat(definition(made.id()).path("ipList").asText()).isEmpty();
    }

    @Test
    void saysWhichNameIsUnknown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scans.create(scan("Nonesuch", "10.18.0.1", List.of()), MARK))
                .withMessageStartingWith("Policy \"Nonesuch\" does not exist");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scans.create(scan("Web Tests", "", List.of("Nonesuch")), MARK))
                .withMessageStartingWith("Asset list \"Nonesuch\" does not exist");
    }

    @Test
    void findsWhatACrashLeft() throws Exception {
        Scan made = scans.create(scan("Web Tests", "10.18.0.1", List.of()), MARK);
        assertThat(scans.marked()).containsExactly(new Marked(made.id(), "Build 12", MARK));
        scans.delete(made.id());
        assertThat(scans.marked()).isEmpty();
    }

    @Test
    void deletesWhatIsGoneAlready() throws Exception {
        Scan made = scans.create(scan("Web Tests", "10.18.0.1", List.of()), MARK);
        scans.delete(made.id());
        scans.delete(made.id());
        assertThatThrownBy(() -> definition(made.id())).isInstanceOf(RefusedException.class);
    }

    @Test
    void findsTheScanWhoseAnswerWasLost() throws Exception {
        simulator.faults().on("POST", "/scan").resetAfter().times(1);
        Scan made = scans.create(scan("Web Tests", "10.18.0.1", List.of()), MARK);
        assertThat(made.name()).isEqualTo("Build 12");
        assertThat(scans.marked()).hasSize(1);
    }

    @Test
    void needsSomethingToScan() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scan("Web Tests", "", List.of()))
                .withMessageStartingWith("An on-demand scan needs targets");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scan(" ", "10.18.0.1", List.of()))
                .withMessage("An on-demand scan needs a policy; it is empty.");
    }
}
