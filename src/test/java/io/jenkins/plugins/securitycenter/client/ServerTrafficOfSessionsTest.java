package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.client.analysis.Analysis;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.transport.ActivityCounter;
import io.jenkins.plugins.securitycenter.client.transport.ActivityCounter.Counts;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.LoginException;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.ServerTraffic;
import io.jenkins.plugins.securitycenter.client.transport.ServerTraffic.Snapshot;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a session pool records about its servers. */
class ServerTrafficOfSessionsTest {

    @Test
    void countsRequestsAndSessions() throws Exception {
        try (Rig rig = new Rig()) {
            URI url = rig.endpoint().url();
            assertThat(rig.sessions.traffic(url).snapshot()).isEqualTo(Snapshot.NONE);
            try (SecurityCenter keys = rig.open(Rig.KEYS);
                    SecurityCenter user = rig.open()) {
                assertThat(rig.sessions.openSessions(url)).isZero();
                keys.currentUser();
                user.currentUser();
                assertThat(rig.sessions.openSessions(url)).isEqualTo(1);
            }
            assertThat(rig.sessions.openSessions(url)).isZero();
            assertThat(rig.sessions.traffic(url).snapshot().requests())
                    .isEqualTo(rig.simulator.requests().size());
            assertThat(rig.sessions.traffic(url).snapshot().lastResponse()).isPresent();
            assertThat(rig.sessions.traffic(url).snapshot().certificateEnd()).isEmpty();
        }
    }

    @Test
    void knowsTheEndOfTheCertificate() throws Exception {
        try (Rig rig = new Rig(SimulatorOptions.defaults().withHttps(true))) {
            try (SecurityCenter server = rig.open(Rig.KEYS)) {
                server.currentUser();
            }
            assertThat(rig.sessions.traffic(rig.endpoint().url()).snapshot().certificateEnd())
                    .contains(rig.endpoint().trusted().get(0).getNotAfter().toInstant());
        }
    }

    @Test
    void knowsWhichLoginIsRejected() throws Exception {
        Login wrong = new Login.Password(Simulator.USER, "wrong");
        try (Rig rig = new Rig()) {
            ServerTraffic traffic = rig.sessions.traffic(rig.endpoint().url());
            try (SecurityCenter server = rig.open(wrong)) {
                assertThatThrownBy(server::currentUser).isInstanceOf(LoginException.class);
            }
            assertThat(traffic.refusal(wrong)).isPresent();
            assertThat(traffic.refusal(Rig.USER)).isEmpty();
            assertThat(traffic.snapshot().failures()).isEqualTo(1);
            assertThat(traffic.lastFailures()).singleElement().satisfies(failure -> {
                assertThat(failure.operation()).isEqualTo("log in");
                assertThat(failure.toString()).doesNotContain("user");
            });
            rig.simulator.controls().setPassword(Simulator.USER, "wrong");
            try (SecurityCenter server = rig.open(wrong)) {
                server.currentUser();
            }
            assertThat(traffic.refusal(wrong)).isEmpty();
        }
    }

    @Test
    void countsRepetitionsAsFailures() throws Exception {
        try (Rig rig = new Rig()) {
            rig.simulator.faults().on("GET", "/currentUser").html(503).times(3);
            try (SecurityCenter server = rig.open(Rig.KEYS)) {
                assertThatThrownBy(server::currentUser).isInstanceOf(UnexpectedResponseException.class);
            }
            Snapshot now = rig.sessions.traffic(rig.endpoint().url()).snapshot();
            assertThat(now.requests()).isEqualTo(3);
            assertThat(now.failures()).isEqualTo(3);
            assertThat(now.unreachableSince()).isPresent();
        }
    }

    @Test
    void namesAnEncodingThatNobodyAskedFor() throws Exception {
        try (Rig rig = new Rig()) {
            rig.simulator
                    .faults()
                    .on("GET", "/currentUser")
                    .header("Content-Encoding", "br")
                    .changed(body -> body);
            try (SecurityCenter server = rig.open(Rig.KEYS)) {
                assertThatThrownBy(server::currentUser)
                        .hasMessageEndingWith("the response has the content encoding \"br\", which was not requested;"
                                + " check the proxy in front of the server.");
            }
        }
    }

    @Test
    void tellsTheListenerOfAllServers() throws Exception {
        ActivityCounter counter = new ActivityCounter();
        try (Rig rig = new Rig();
                SessionPool sessions =
                        new SessionPool(Rig.RETRIES, pause -> {}, InstantSource.system(), Runnable::run, counter)) {
            rig.simulator.controls().setFindings(250);
            rig.simulator.faults().on("GET", "/currentUser").html(503).times(2);
            try (SecurityCenter server = sessions.open(rig.endpoint(), Rig.USER)) {
                server.currentUser();
                assertThat(sessions.openSessions()).isEqualTo(1);
                server.call(Request.of(Request.Method.POST, "/scan/1/launch"));
                assertThat(new Analysis(server).read(AnalysisQuery.ofScanResult("1"), Optional.empty(), finding -> {}))
                        .isEqualTo(250);
            }
            assertThat(counter.counts())
                    .isEqualTo(new Counts(rig.simulator.requests().size(), 2, 2, 0, 250));
        }
    }

    @Test
    void remembersALimitedNumberOfServers() {
        TrafficRegistry servers = new TrafficRegistry(InstantSource.system(), ActivityCounter.NONE);
        ServerTraffic first = servers.of(URI.create("https://sc0"));
        ServerTraffic second = servers.of(URI.create("https://sc1"));
        assertThat(servers.of(URI.create("https://sc0"))).isSameAs(first);
        for (int i = 2; i <= TrafficRegistry.SERVERS; i++) {
            servers.of(URI.create("https://sc" + i));
        }
        assertThat(servers.of(URI.create("https://sc0"))).isSameAs(first);
        assertThat(servers.of(URI.create("https://sc1"))).isNotSameAs(second);
    }
}
