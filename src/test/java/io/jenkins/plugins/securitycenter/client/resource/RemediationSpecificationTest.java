package io.jenkins.plugins.securitycenter.client.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SessionPool;
import io.jenkins.plugins.securitycenter.client.resource.OnDemandScans.Marked;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import io.jenkins.plugins.securitycenter.client.transport.ServerUrl;
import io.jenkins.plugins.securitycenter.client.transport.UnreachableException;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.model.SampleFinding;
import io.jenkins.plugins.securitycenter.model.Scan;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.remediation.RemediationScan;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RemediationSpecificationTest {
    private static final ScanOwnerTag MARK = new ScanOwnerTag("ci.example.com", "folder/nightly#12");

    private final Simulator simulator =
            Simulator.start(SimulatorOptions.defaults().withTiming(0, 0));
    private final SessionPool sessions = new SessionPool(RetryPolicy.DEFAULT, pause -> {}, InstantSource.system());
    private final SecurityCenter server = sessions.open(
            Endpoint.of("simulator", ServerUrl.parse(simulator.url())),
            new Login.Password(Simulator.USER, Simulator.PASSWORD));
    private final OnDemandScans scans = new OnDemandScans(server);
    private final List<String> log = new ArrayList<>();

    @AfterEach
    void close() {
        server.close();
        sessions.close();
        simulator.close();
    }

    @Test
    void createsAPolicyWithThePluginsAndPortsOnly() throws Exception {
        JsonNode policy = policy(create(of(plugins("701003", "701020"))));

        assertThat(policy.path("context").asText()).isEmpty();
        assertThat(policy.at("/preferences/portscan_range").asText()).isEqualTo("22,443");
        assertThat(policy.at("/policyTemplate/id").asText()).isEqualTo("1");
        assertThat(policy.path("description").asText()).contains("folder/nightly#12");
        assertThat(policy.path("families").findValuesAsText("id"))
                .contains("701003", "701020", "19506", "104410")
                .doesNotContain("701037");
        assertThat(log).isEmpty();
    }

    @Test
    void scanOfOnePluginNamesIt() throws Exception {
        String id = create(of(plugins("701003")));

        assertThat(policy(id).path("context").asText()).isEqualTo("scan");
        assertThat(definition(id).at("/plugin/id").asText()).isEqualTo("701003");
    }

    @Test
    void keepsThePortsOfTheOriginalScanForChecksOfAWholeHost() throws Exception {
        simulator.controls().put("policy", """
                        {"id":"1000001","preferences":{"portscan_range":"1-1024"}}""");
        Finding ofTheHost = SampleFinding.finding()
                .plugin("701003", Plugin.CheckType.REMOTE)
                .port(0)
                .build();

        JsonNode preferences =
                policy(create(of(plugins("701003"), List.of(ofTheHost)))).path("preferences");
        assertThat(preferences.path("portscan_range").asText()).isEqualTo("1-1024");
    }

    @Test
    void usesTheSettingsOfTheOriginalScan() throws Exception {
        simulator.controls().put("policy", """
                        {"id":"1000001","preferences":{"safe_checks":"no","portscan_range":"all","password":"SET"}}""");
        simulator.controls().put("scan", """
                        {"id":"1","zone":{"id":"1"},"credentials":[{"id":"1000002"}]}""");
        String id = create(of(plugins("701003")));

        JsonNode preferences = policy(id).path("preferences");
        assertThat(preferences.path("safe_checks").asText()).isEqualTo("no");
        assertThat(preferences.path("portscan_range").asText()).isEqualTo("22,443");
        assertThat(preferences.has("password")).isFalse();
        assertThat(definition(id).at("/zone/id").asText()).isEqualTo("1");
        assertThat(definition(id).at("/credentials/0/name").asText()).isEqualTo("Windows domain");
        assertThat(definition(id).path("ipList").asText()).isEqualTo("10.17.0.1,10.17.0.2");
        assertThat(definition(id).at("/repository/name").asText()).isEqualTo("Default");
    }

    @Test
    void givenCredentialsReplaceThose() throws Exception {
        String id = create(new RemediationSpecification(
                "Build 12", scan(plugins("701003")), new OriginalScan(weekly(), ""), List.of("Linux root")));

        assertThat(definition(id).at("/credentials/0/name").asText()).isEqualTo("Linux root");
    }

    @Test
    void originalScanThatIsGoneIsLogged() throws Exception {
        create(new RemediationSpecification(
                "Build 12", scan(plugins("701003")), new OriginalScan("999", ""), List.of()));

        assertThat(log)
                .singleElement()
                .asString()
                .startsWith("The remediation scan uses default settings instead of those of the original scan: ");
    }

    @Test
    void resultWithoutAScanIsLogged() throws Exception {
        String result = weekly();
        simulator.faults().on("GET", "/scanResult/*").answer(200, "application/json", """
                {"type":"regular","response":{"id":"%s","scan":{"id":"-1","name":""}},"error_code":0}""".formatted(result));
        create(new RemediationSpecification(
                "Build 12", scan(plugins("701003")), new OriginalScan(result, ""), List.of()));

        assertThat(log)
                .containsExactly(
                        "The remediation scan uses default settings instead of those of the original scan: scan"
                                + " result " + result + " does not name its scan.");
    }

    @Test
    void scansThatShareTheOriginalReadItOnce() throws Exception {
        OriginalScan original = new OriginalScan(weekly(), "");
        create(new RemediationSpecification("Build 12", scan(plugins("701003")), original, List.of()));
        int requests = simulator.requests().size();
        create(new RemediationSpecification("Build 12", scan(plugins("701020")), original, List.of()));

        assertThat(simulator.requests().subList(requests, simulator.requests().size()))
                .extracting(LoggedRequest::line)
                .containsExactly("POST /policy", "POST /scan");
    }

    @Test
    void unknownFamilyCreatesNothing() throws Exception {
        SortedMap<String, String> plugins = plugins("701003");
        plugins.put("5", "Nonesuch");

        assertThatThrownBy(() -> create(of(plugins)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SecurityCenter has no plugin family \"Nonesuch\", so plugin 5 cannot verify its findings;"
                        + " select other findings.");
        assertThat(policies()).isEmpty();
    }

    @Test
    void policyIsDeletedIfTheScanIsRefused() throws Exception {
        simulator.faults().on("POST", "/scan").error(403, 146, "No.").times(1);

        assertThatThrownBy(() -> create(of(plugins("701003")))).isInstanceOf(ErrorResponseException.class);
        assertThat(policies()).isEmpty();
    }

    @Test
    void policyRemainsIfTheScanMayHaveBeenCreated() throws Exception {
        simulator.faults().on("POST", "/scan").resetAfter().times(1);

        assertThatThrownBy(() -> create(of(plugins("701003")))).isInstanceOf(UnreachableException.class);
        assertThat(policies()).hasSize(1);
        assertThat(scans.find(Marked.Type.SCAN, MARK)).isPresent();
    }

    private List<Marked> policies() throws Exception {
        return scans.marked(Marked.Type.POLICY);
    }

    private String create(RemediationSpecification specification) throws Exception {
        return scans.create(specification.draft(server, log::add), MARK).id();
    }

    private JsonNode definition(String id) throws Exception {
        return server.call(Request.get("/scan/" + id));
    }

    private JsonNode policy(String scan) throws Exception {
        return server.call(
                Request.get("/policy/" + definition(scan).at("/policy/id").asText()));
    }

    private RemediationSpecification of(SortedMap<String, String> plugins) throws Exception {
        return of(plugins, List.of());
    }

    private RemediationSpecification of(SortedMap<String, String> plugins, List<Finding> findings) throws Exception {
        return new RemediationSpecification(
                "Build 12", scan(plugins, findings), new OriginalScan(weekly(), ""), List.of());
    }

    /** Launches the weekly scan and returns the ID of its result. */
    private String weekly() throws Exception {
        return new Scans(server, ScanKind.ACTIVE)
                .launch(new Scan("1", "Weekly", Optional.empty(), Optional.empty()))
                .id();
    }

    private static RemediationScan scan(SortedMap<String, String> plugins) {
        return scan(plugins, List.of());
    }

    private static RemediationScan scan(SortedMap<String, String> plugins, List<Finding> findings) {
        return new RemediationScan(
                new ResourceReference("1", "Default"),
                List.of("10.17.0.1", "10.17.0.2"),
                plugins,
                new TreeSet<>(List.of(443, 22)),
                findings);
    }

    private SortedMap<String, String> plugins(String... ids) {
        SortedMap<String, String> plugins = new TreeMap<>();
        for (String id : ids) {
            plugins.put(id, simulator.families().iterator().next());
        }
        return plugins;
    }
}
