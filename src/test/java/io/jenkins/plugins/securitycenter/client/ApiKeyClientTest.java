package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.jenkins.plugins.securitycenter.client.resource.ScanResults;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint.SessionLimit;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.LoginException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.Timeouts;
import io.jenkins.plugins.securitycenter.simulator.Profile;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApiKeyClientTest {

    @Test
    void needsNoSession() throws Exception {
        try (Rig rig = new Rig()) {
            try (SecurityCenter server = rig.open(Rig.KEYS)) {
                assertThat(server.currentUser().username()).isEqualTo("ci");
                assertThat(server.session()).isEmpty();
            }

            assertThat(rig.lines()).containsExactly("GET /currentUser");
            assertThat(rig.simulator.requests().get(0).headers())
                    .containsKey("x-apikey")
                    .doesNotContainKeys("X-SecurityCenter", "Cookie");
            assertThat(rig.simulator.openSessions()).isZero();
        }
    }

    @Test
    void saysWhenTheKeysAreRefused() {
        try (Rig rig = new Rig();
                SecurityCenter server = rig.open(new Login.ApiKeys(Simulator.ACCESS_KEY, "wr0ng-key"))) {
            assertThatThrownBy(server::currentUser)
                    .isInstanceOf(LoginException.class)
                    .hasMessage(
                            "SecurityCenter \"prod\": could not read the account: HTTP 403, error 0. The API keys were rejected;"
                                    + " check the keys, and that the server allows API keys (System > Configuration >"
                                    + " Security).");
            assertThat(rig.lines()).containsExactly("GET /currentUser");
        }
    }

    @Test
    void saysWhenTheServerIsTooOldForKeys() {
        try (Rig rig = new Rig(SimulatorOptions.defaults().withProfile(Profile.V5_8));
                SecurityCenter server = rig.open(Rig.KEYS)) {
            assertThatThrownBy(server::currentUser)
                    .isInstanceOf(LoginException.class)
                    .hasMessageContaining(
                            "HTTP 403, error 12: This request contains an invalid token. The API keys were");
        }
    }

    @Test
    void takesOtherRefusalsForWhatTheyAre() {
        try (Rig rig = new Rig();
                SecurityCenter server = rig.open(Rig.KEYS)) {
            assertThatThrownBy(() -> new ScanResults(server).get("999"))
                    .isInstanceOfSatisfying(
                            ErrorResponseException.class,
                            e -> assertThat(e.errorCode()).isEqualTo(147));
        }
    }

    @ParameterizedTest
    @EnumSource(InjectedFault.class)
    void doesNotShowKeysWhateverGoesWrong(InjectedFault fault) {
        Timeouts timeouts = new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofMinutes(1));
        try (Rig rig = new Rig();
                CapturedLog log = CapturedLog.open();
                SecurityCenter server = rig.sessions.open(rig.endpoint(timeouts, SessionLimit.FAIL), Rig.KEYS)) {
            fault.inject(rig.simulator, ClientOperation.POLL, false);

            Throwable failure = catchThrowable(() -> ClientOperation.POLL.succeeds(server));

            assertThat(failure).isInstanceOf(SecurityCenterException.class);
            assertThat(CapturedLog.text(failure) + log.text())
                    .doesNotContain(Simulator.ACCESS_KEY, Simulator.SECRET_KEY);
        }
    }
}
