package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.LoginException;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server that repeats what it received. */
class RepeatedSecretsTest {

    private final Rig rig = new Rig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void hidesThePasswordOfARejectedLogin() {
        rig.simulator.faults().on("POST", "/token").error(403, 5, "Not " + Simulator.PASSWORD + ".");
        try (SecurityCenter server = rig.open()) {
            assertThatThrownBy(server::status)
                    .isInstanceOf(LoginException.class)
                    .hasMessageContaining("error 5: Not ****.");
        }
    }

    @Test
    void hidesPasswordTokenAndCookieOfARejectedRequest() throws Exception {
        try (SecurityCenter server = rig.open()) {
            Session session = server.session().orElseThrow();
            String cookie = session.cookie().substring(session.cookie().indexOf('=') + 1);
            rig.simulator
                    .faults()
                    .on("GET", "/status")
                    .error(403, 5, Simulator.PASSWORD + " " + session.token() + " " + cookie);

            assertThatThrownBy(server::status)
                    .isInstanceOfSatisfying(
                            ErrorResponseException.class,
                            e -> assertThat(e.errorMessage()).isEqualTo("**** **** ****"))
                    .hasMessageEndingWith("error 5: **** **** ****.");
        }
    }

    @Test
    void hidesBothKeys() {
        rig.simulator
                .faults()
                .on("GET", "/status")
                .error(403, 5, "accesskey=" + Simulator.ACCESS_KEY + "; secretkey=" + Simulator.SECRET_KEY);
        try (SecurityCenter server = rig.open(Rig.KEYS)) {
            assertThatThrownBy(server::status).hasMessageEndingWith("error 5: accesskey=****; secretkey=****.");
        }
    }
}
