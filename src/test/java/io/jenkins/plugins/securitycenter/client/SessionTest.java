package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.client.resource.ScanResults;
import io.jenkins.plugins.securitycenter.client.resource.Scans;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The life of one session. */
class SessionTest {

    private static final String LOGIN = "POST /token";
    private static final String LOGOUT = "DELETE /token";

    private final ManualClock clock = ManualClock.startingNow();
    private final Rig rig = new Rig(SimulatorOptions.defaults().withClock(clock));

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void beginsWithTheFirstCallAndEndsWithTheConnection() throws Exception {
        SecurityCenter server = rig.open();
        assertThat(rig.lines()).isEmpty();

        assertThat(server.currentUser().username()).isEqualTo("ci");
        assertThat(new Scans(server, ScanKind.ACTIVE).list()).isNotEmpty();
        assertThat(rig.simulator.openSessions()).isOne();
        server.close();

        assertThat(rig.lines()).containsExactly(LOGIN, "GET /currentUser", "GET /scan", LOGOUT);
        assertThat(rig.simulator.openSessions()).isZero();
    }

    @Test
    void isNotOpenedForNothing() {
        rig.open().close();

        assertThat(rig.lines()).isEmpty();
    }

    @Test
    void isProvenByTokenAndLastCookie() throws Exception {
        try (SecurityCenter server = rig.open()) {
            server.status();

            LoggedRequest call = rig.simulator.requests().get(1);
            assertThat(call.headers().get("X-SecurityCenter")).matches("\\d{10}");
            assertThat(call.headers().get("Cookie")).matches("TNS_SESSIONID=[0-9a-f]{32}");
            assertThat(server.session())
                    .contains(new Session(
                            call.headers().get("X-SecurityCenter"),
                            call.headers().get("Cookie")));
        }
    }

    @Test
    void isRenewedOnceWhenItWasIdleForTooLong() throws Exception {
        try (SecurityCenter server = rig.open()) {
            server.status();
            clock.advanceSeconds(3601);

            assertThat(server.currentUser().username()).isEqualTo("ci");
        }

        assertThat(rig.lines())
                .containsExactly(LOGIN, "GET /status", "GET /currentUser", LOGOUT, LOGIN, "GET /currentUser", LOGOUT);
        assertThat(rig.simulator.openSessions()).isZero();
    }

    @Test
    void isRenewedForALaunchTooWhichIsThenSentOnce() throws Exception {
        try (SecurityCenter server = rig.open()) {
            var scan = new Scans(server, ScanKind.ACTIVE).find("Weekly network scan");
            rig.simulator.controls().expireSessions();

            assertThat(new Scans(server, ScanKind.ACTIVE).launch(scan).id()).isNotEmpty();
        }

        assertThat(rig.simulator.launches("1")).isOne();
    }

    @Test
    void isNotRenewedForeverWhenNoneIsAccepted() {
        rig.simulator.faults().on("GET", "/currentUser").invalidToken();
        SecurityCenter server = rig.open();

        assertThatThrownBy(server::currentUser)
                .isInstanceOf(ErrorResponseException.class)
                .hasMessage(
                        "SecurityCenter \"prod\": could not read the account: HTTP 403, error 12: This request contains"
                                + " an invalid token. The session was rejected; check that nothing else ends the account's"
                                + " sessions.");
        assertThat(rig.count(LOGIN)).isEqualTo(2);
        assertThat(rig.count("GET /currentUser")).isEqualTo(2);
    }

    @Test
    void isEndedWhenTheServerDoesNotAcceptItAnyMore() throws Exception {
        rig.simulator.faults().on("GET", "/status").invalidToken().times(1);
        try (SecurityCenter server = rig.open()) {
            server.status();

            assertThat(rig.simulator.openSessions()).isOne();
        }
        assertThat(rig.simulator.openSessions()).isZero();
    }

    @Test
    void survivesOtherRefusals() throws Exception {
        try (SecurityCenter server = rig.open()) {
            assertThatThrownBy(() -> new ScanResults(server).get("999")).isInstanceOf(ErrorResponseException.class);
            rig.simulator.faults().on("GET", "/status").error(403, 0, "").times(1);
            assertThatThrownBy(server::status).isInstanceOf(ErrorResponseException.class);

            server.status();
        }
        assertThat(rig.count(LOGIN)).isOne();
    }

    @Test
    void endsAlthoughTheThreadWasInterrupted() throws Exception {
        SecurityCenter server = rig.open();
        server.status();

        Thread.currentThread().interrupt();
        server.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(rig.simulator.openSessions()).isZero();
    }

    @Test
    void endsAlthoughTheThreadIsInterruptedWhileItIsOpened() {
        interruptAtLogin(rig);
        try (SecurityCenter server = rig.open()) {
            assertThatThrownBy(server::status).isInstanceOf(InterruptedException.class);
        }

        assertThat(rig.lines()).containsExactly(LOGIN, LOGOUT);
        assertThat(rig.simulator.openSessions()).isZero();
    }

    /** Interrupts the calling thread during its first request, which is slow. */
    static void interruptAtLogin(Rig rig) {
        Thread build = Thread.currentThread();
        AtomicBoolean first = new AtomicBoolean(true);
        rig.simulator.faults().onEach((method, path) -> {
            if (first.getAndSet(false)) {
                build.interrupt();
            }
        });
        rig.simulator.faults().on("*", "**").slow(Duration.ofSeconds(1)).times(1);
    }

    @Test
    void isNotOpenedForAnInterruptedThread() {
        for (Login login : List.of(Rig.USER, Rig.KEYS)) {
            try (SecurityCenter server = rig.open(login)) {
                Thread.currentThread().interrupt();

                assertThatThrownBy(server::status).isInstanceOf(InterruptedException.class);
            }
        }
        assertThat(rig.lines()).isEmpty();
    }

    @Test
    void endsQuietlyWhenTheServerIsGone() throws Exception {
        SecurityCenter server = rig.open();
        server.status();
        rig.simulator.close();

        server.close();

        assertThatIllegalStateException().isThrownBy(server::status).withMessage("The connection to prod is closed.");
    }
}
