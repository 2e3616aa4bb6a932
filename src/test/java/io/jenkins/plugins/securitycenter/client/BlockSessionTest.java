package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint.SessionLimit;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.LoginException;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import io.jenkins.plugins.securitycenter.client.transport.ScriptedServer;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.Sleeper;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BlockSessionTest {

    private static final String LOGIN = "POST /token";
    private static final String TOO_FEW =
            "SecurityCenter \"prod\": could not open separate sessions of the user ci for scripts and steps: the account"
                    + " has reached the server's session limit, and a block needs two sessions; use API keys, which need no session, close other sessions, or allow the account two sessions.";

    private Rig rig = new Rig();

    @AfterEach
    void stop() {
        rig.close();
    }

    private void allow(int sessions) {
        rig.close();
        rig = new Rig(SimulatorOptions.defaults().withSessionLimit(sessions));
    }

    private BlockSession block(Login login, SessionLimit limit) {
        return new BlockSession(rig.sessions, rig.endpoint(Rig.TIMEOUTS, limit), login, Optional.empty(), line -> {});
    }

    @Test
    void isTheScriptsAloneWhileStepsShareTheirs() throws Exception {
        BlockSession block = block(Rig.USER, SessionLimit.FAIL);
        Session own = block.scripts().orElseThrow();
        block.steps();

        for (int i = 0; i < 3; i++) {
            try (SecurityCenter step = rig.open()) {
                assertThat(step.session()).isPresent().get().isNotEqualTo(own);
            }
        }
        assertThat(rig.count(LOGIN)).isEqualTo(2);
        block.end();
        assertThat(rig.simulator.openSessions()).isZero();
        assertThat(rig.count("DELETE /token")).isEqualTo(2);
    }

    @Test
    void isNoneForApiKeys() throws Exception {
        BlockSession block = block(Rig.KEYS, SessionLimit.RELEASE_OLDEST);

        assertThat(block.scripts()).isEmpty();
        block.steps();
        block.end();
        assertThat(rig.lines()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedToAnAccountWithOneSession(SessionLimit limit) throws Exception {
        allow(1);
        BlockSession block = block(Rig.USER, limit);
        block.scripts();

        assertThatExceptionOfType(LoginException.class)
                .isThrownBy(block::steps)
                .withMessage(TOO_FEW)
                .satisfies(e -> assertThat(e.isTemporary()).isTrue());
        block.end();
        assertThat(rig.simulator.openSessions()).isZero();
    }

    @Test
    void isRefusedWhenTheOnlySessionIsInUse() throws Exception {
        allow(1);
        try (SecurityCenter waiting = rig.open()) {
            waiting.session();
            BlockSession block = block(Rig.USER, SessionLimit.FAIL);

            assertThatExceptionOfType(LoginException.class)
                    .isThrownBy(block::scripts)
                    .withMessage(TOO_FEW);
            block.end();
            waiting.currentUser();
        }
        assertThat(rig.count(LOGIN)).isEqualTo(2);
    }

    @Test
    void replacesTheOldestOfOthersWhenTheServerIsSetSo() throws Exception {
        allow(2);
        try (SessionPool elsewhere = new SessionPool(RetryPolicy.DEFAULT, Sleeper.SLEEP, InstantSource.system())) {
            SecurityCenter waiting =
                    rig.sessions.open(rig.endpoint(Rig.TIMEOUTS, SessionLimit.RELEASE_OLDEST), Rig.USER);
            waiting.session();
            elsewhere.open(rig.endpoint(), Rig.USER).session();

            BlockSession block = block(Rig.USER, SessionLimit.RELEASE_OLDEST);
            Session own = block.scripts().orElseThrow();
            block.steps();

            assertThat(block.scripts()).contains(own);
            waiting.currentUser();
            assertThat(rig.simulator.openSessions()).isEqualTo(2);
            block.end();
            waiting.close();
            assertThat(rig.simulator.openSessions()).isZero();
        }
    }

    @Test
    void goesOnAfterARestartThatDidNotEndIt() throws Exception {
        Session left = block(Rig.USER, SessionLimit.FAIL).scripts().orElseThrow();
        BlockSession block = resumed(rig.endpoint(), left);

        assertThat(block.scripts()).contains(left);
        assertThat(rig.count(LOGIN)).isOne();
    }

    @Test
    void isNotSentToAnotherServerThatIsConfiguredAfterARestart() throws Exception {
        Session left = block(Rig.USER, SessionLimit.FAIL).scripts().orElseThrow();
        try (ScriptedServer other = new ScriptedServer()) {
            BlockSession block = resumed(other.endpoint(), left);

            assertThatExceptionOfType(SecurityCenterException.class).isThrownBy(block::scripts);
            block.end();
            assertThat(other.asked()).extracting(ScriptedServer.Asked::method).containsOnly("POST");
        }
    }

    private BlockSession resumed(Endpoint endpoint, Session session) {
        return new BlockSession(
                rig.sessions,
                endpoint,
                Rig.USER,
                Optional.of(new BlockSession.Left(rig.endpoint().url(), session)),
                line -> {});
    }

    @Test
    void isOpenedAnewAfterARestartThatEndedIt() throws Exception {
        Session left = block(Rig.USER, SessionLimit.FAIL).scripts().orElseThrow();
        rig.simulator.controls().expireSessions();
        BlockSession block = resumed(rig.endpoint(), left);

        Session renewed = block.scripts().orElseThrow();
        assertThat(renewed).isNotEqualTo(left);
        assertThat(block.scripts()).contains(renewed);
        assertThat(rig.count(LOGIN)).isEqualTo(2);
    }
}
