package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.simulator.Profile;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import org.junit.jupiter.api.Test;

class KeyAccessTest {

    @Test
    void needsNoSession() throws Exception {
        try (Rig rig = new Rig()) {
            try (SecurityCenter server = rig.open(Rig.KEYS)) {
                assertThat(server.currentUser().username()).isEqualTo("ci");
                assertThat(server.headers()).containsOnlyKeys("x-apikey");
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
                            "SecurityCenter \"prod\": could not read the account: HTTP 403, error 0. The API keys were not"
                                    + " accepted; check the keys, and that the server allows API keys (System > Configuration >"
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
                            "HTTP 403, error 12: This request contains an invalid token. The API keys were not");
        }
    }

    @Test
    void takesOtherRefusalsForWhatTheyAre() {
        try (Rig rig = new Rig();
                SecurityCenter server = rig.open(Rig.KEYS)) {
            assertThatThrownBy(() -> server.scanResults().get("999"))
                    .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.errorCode())
                            .isEqualTo(147));
        }
    }
}
