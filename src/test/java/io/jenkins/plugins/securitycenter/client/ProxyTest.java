package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import io.jenkins.plugins.securitycenter.client.transport.Sleeper;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import io.jenkins.plugins.securitycenter.client.transport.UnreachableException;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isUsed(boolean https) throws Exception {
        try (Rig rig = new Rig(SimulatorOptions.defaults().withHttps(https));
                ForwardProxy proxy = ForwardProxy.open();
                SecurityCenter server = rig.sessions.open(behind(rig, proxy.port(), "", ""), Rig.KEYS)) {
            assertThat(server.currentUser().username()).isEqualTo("ci");

            String target = rig.simulator.url().replaceFirst("https://", "");
            assertThat(proxy.seen)
                    .containsExactly(
                            https ? "CONNECT " + target + " HTTP/1.1" : "GET " + target + "/rest/currentUser HTTP/1.1");
            assertThat(rig.simulator.requests().get(0).headers()).doesNotContainKey("Proxy-Authorization");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isToldItsUser(boolean https) throws Exception {
        try (Rig rig = new Rig(SimulatorOptions.defaults().withHttps(https));
                ForwardProxy proxy = ForwardProxy.of("me", "pr0xy-pass");
                SecurityCenter server = rig.sessions.open(behind(rig, proxy.port(), "me", "pr0xy-pass"), Rig.USER)) {
            assertThat(server.currentUser().username()).isEqualTo("ci");

            assertThat(proxy.seen.get(0)).endsWith("(nobody)");
            assertThat(proxy.seen.get(1)).endsWith("(user)");
            assertThat(rig.count("POST /token")).isOne();
        }
    }

    @Test
    void saysWhenItRefusesTheUserOfATunnel() throws Exception {
        try (Rig rig = new Rig(SimulatorOptions.defaults().withHttps(true));
                ForwardProxy proxy = ForwardProxy.of("me", "pr0xy-pass");
                SecurityCenter server = rig.sessions.open(behind(rig, proxy.port(), "me", "wr0ng-pass"), Rig.USER)) {
            assertThatThrownBy(server::status)
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessage(
                            "SecurityCenter \"prod\": could not log in with the user ci: HTTP 407: the proxy requires a"
                                    + " login; check the proxy settings of Jenkins.");
            assertThat(rig.lines()).isEmpty();
        }
    }

    @Test
    void saysWhenItRefusesTheUser() throws Exception {
        try (Rig rig = new Rig();
                ForwardProxy proxy = ForwardProxy.of("me", "pr0xy-pass");
                SecurityCenter server = rig.sessions.open(behind(rig, proxy.port(), "", ""), Rig.USER)) {
            assertThatThrownBy(server::status)
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessageEndingWith("HTTP 407: the proxy requires a login; check the proxy settings of Jenkins.");
            assertThat(rig.lines()).isEmpty();
        }
    }

    @Test
    void saysWhenItIsNotThere() throws Exception {
        int port;
        try (ForwardProxy proxy = ForwardProxy.open()) {
            port = proxy.port();
        }
        try (Rig rig = new Rig();
                SecurityCenter server = rig.sessions.open(behind(rig, port, "", ""), Rig.USER)) {
            assertThatThrownBy(server::status)
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("the connection to the proxy 127.0.0.1:" + port + " was refused");
        }
    }

    @Test
    void doesNotSeeTheHostThatItCannotFind() {
        Endpoint endpoint = behind(URI.create("https://sc.example.com"), "no-such-proxy.invalid", 3128);
        try (SessionPool sessions = new SessionPool(RetryPolicy.DEFAULT, Sleeper.SLEEP, InstantSource.system());
                SecurityCenter server = sessions.open(endpoint, Rig.USER)) {
            assertThatThrownBy(server::status)
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining(
                            "the host no-such-proxy.invalid cannot be resolved; check the URL and the proxy.");
        }
    }

    private static Endpoint behind(Rig rig, int port, String user, String password) {
        Endpoint direct = rig.endpoint();
        return new Endpoint(
                direct.name(),
                direct.url(),
                direct.trusted(),
                direct.timeouts(),
                direct.sessionLimit(),
                Optional.of(new Endpoint.Proxy("127.0.0.1", port, user, password)));
    }

    private static Endpoint behind(URI url, String host, int port) {
        Endpoint direct = Endpoint.of(Rig.NAME, url);
        return new Endpoint(
                direct.name(),
                direct.url(),
                direct.trusted(),
                direct.timeouts(),
                direct.sessionLimit(),
                Optional.of(new Endpoint.Proxy(host, port, "", "")));
    }
}
