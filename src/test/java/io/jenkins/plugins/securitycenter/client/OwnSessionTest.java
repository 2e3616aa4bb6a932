package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.jenkins.plugins.securitycenter.client.transport.ActivityCounter;
import io.jenkins.plugins.securitycenter.client.transport.LoginException;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A session that nobody else uses, and how sessions end in the background. */
class OwnSessionTest {

    private final Rig rig = new Rig(SimulatorOptions.defaults().withTiming(0, 0));

    @AfterEach
    void stop() {
        rig.close();
    }

    private SecurityCenter openAlone(Optional<Session> left) {
        return rig.sessions.openAlone(rig.endpoint(), Rig.USER, left);
    }

    private void endOnServer(Session session) throws Exception {
        try (SecurityCenter elsewhere = openAlone(Optional.of(session))) {
            elsewhere.call(Request.delete("/token").toDo("end the session"));
        }
    }

    @Test
    void isNeitherThatOfTheOthersNorEndsIt() throws Exception {
        try (SecurityCenter shared = rig.open()) {
            Session others = shared.session().orElseThrow();
            try (SecurityCenter alone = openAlone(Optional.empty())) {
                Session own = alone.session().orElseThrow();
                assertThat(own).isNotEqualTo(others);
                endOnServer(own);
            }
            assertThat(rig.simulator.openSessions()).isOne();
            assertThat(shared.currentUser().username()).isEqualTo("ci");
            assertThat(shared.session()).contains(others);
        }
        assertThat(rig.simulator.openSessions()).isZero();
    }

    @Test
    void isTakenOverAsLongAsTheServerKnowsIt() throws Exception {
        Session left = openAlone(Optional.empty()).session().orElseThrow();
        SecurityCenter alone = openAlone(Optional.of(left));
        alone.currentUser();

        assertThat(alone.session()).contains(left);
        assertThat(rig.count("POST /token")).isOne();
        alone.close();
        assertThat(rig.simulator.openSessions()).isZero();
    }

    @Test
    void isOpenedAnewWhenTheServerHasForgottenIt() throws Exception {
        Session left = openAlone(Optional.empty()).session().orElseThrow();
        rig.simulator.controls().expireSessions();
        SecurityCenter alone = openAlone(Optional.of(left));
        alone.currentUser();

        assertThat(alone.session()).isPresent().get().isNotEqualTo(left);
        alone.close();
        assertThat(rig.simulator.openSessions()).isZero();
    }

    @Test
    void endsAlthoughItWasNotUsedAfterItWasTakenOver() throws Exception {
        Session left = openAlone(Optional.empty()).session().orElseThrow();

        openAlone(Optional.of(left)).close();

        assertThat(rig.simulator.openSessions()).isZero();
    }

    @Test
    void endsWhenAllAreClosed() throws Exception {
        openAlone(Optional.empty()).session();
        rig.open().session();

        rig.sessions.close();

        assertThat(rig.simulator.openSessions()).isZero();
    }

    @Test
    void isNotOpenedWhenAllAreClosed() {
        rig.sessions.close();

        assertThatIllegalStateException().isThrownBy(rig::open).withMessage("The connection to prod is closed.");
        assertThatIllegalStateException().isThrownBy(() -> openAlone(Optional.empty()));
        assertThat(rig.lines()).isEmpty();
    }

    @Test
    void endsInTheBackground() throws Exception {
        Queue<Runnable> endings = new ArrayDeque<>();
        try (SessionPool sessions = sessions(endings::add)) {
            SecurityCenter server = sessions.open(rig.endpoint(), Rig.USER);
            server.session();

            CompletableFuture<Void> ended = server.closeAsync();
            server.close();

            assertThat(ended).isNotDone();
            assertThat(endings).hasSize(1);
            endings.remove().run();
            assertThat(ended).isDone();
            assertThat(rig.simulator.openSessions()).isZero();
        }
    }

    @Test
    void isWaitedForByWhoHasTime() throws Exception {
        try (SessionPool sessions = sessions(task -> new Thread(task).start())) {
            try (SecurityCenter server = sessions.open(rig.endpoint(), Rig.USER).waitingForLogout()) {
                server.session();
            }
            assertThat(rig.simulator.openSessions()).isZero();
        }
    }

    @Test
    void isEndedOnceWhenAllAreClosedMeanwhile() throws Exception {
        Queue<Runnable> endings = new ArrayDeque<>();
        SessionPool sessions = sessions(task -> {
            endings.add(task);
            if (endings.size() == 2) {
                endings.forEach(Runnable::run);
            }
        });
        SecurityCenter one = sessions.open(rig.endpoint(), Rig.USER);
        SecurityCenter other = sessions.openAlone(rig.endpoint(), Rig.USER, Optional.empty());
        one.session();
        other.session();
        one.close();

        sessions.close();
        other.close();

        assertThat(endings).hasSize(2);
        assertThat(rig.count("DELETE /token")).isEqualTo(2);
        assertThat(rig.simulator.openSessions()).isZero();
    }

    @Test
    void saysThatTheAccountHasNoSessionLeft() throws Exception {
        try (Rig small = new Rig(SimulatorOptions.defaults().withSessionLimit(1));
                SecurityCenter shared = small.open();
                SecurityCenter alone = small.sessions.openAlone(small.endpoint(), Rig.USER, Optional.empty())) {
            shared.session();

            assertThatExceptionOfType(LoginException.class)
                    .isThrownBy(alone::session)
                    .satisfies(e -> assertThat(e.isTemporary()).isTrue());
        }
    }

    private static SessionPool sessions(Executor endings) {
        return new SessionPool(Rig.RETRIES, pause -> {}, InstantSource.system(), endings, ActivityCounter.NONE);
    }
}
