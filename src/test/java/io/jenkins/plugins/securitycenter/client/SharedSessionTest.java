package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint.SessionLimit;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.LoginException;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.Sleeper;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** One session for all who use the same server and account, and the ways in which a login fails. */
class SharedSessionTest {

    private static final int THREADS = 16;
    private static final Login WRONG = new Login.Password(Simulator.USER, "wr0ng-pass");

    private final Rig rig = new Rig(SimulatorOptions.defaults().withTiming(0, 0).withSessionLimit(1));

    @AfterEach
    void stop() {
        rig.close();
    }

    /** Repeated, since a thread may begin just when the last of the others ends the session. */
    @RepeatedTest(20)
    void isOpenedOnceForManyThreads() throws Exception {
        assertThat(together(() -> {
                    try (SecurityCenter server = rig.open()) {
                        return server.currentUser().username();
                    }
                }))
                .containsOnly("ci");
        assertThat(rig.simulator.openSessions()).isZero();
    }

    @Test
    void hasOneLoginForThoseWhoStartTogether() throws Exception {
        SecurityCenter server = rig.open();

        assertThat(together(() -> server.currentUser().username())).containsOnly("ci");
        assertThat(rig.count("POST /token")).isOne();
    }

    @Test
    void isNotAskedForAgainWithAWrongPassword() throws Exception {
        List<SecurityCenter> connections = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            connections.add(rig.open(WRONG));
        }

        List<Throwable> failures = together(() -> failure(connections.get(0)));
        connections.forEach(connection -> failures.add(failure(connection)));

        assertThat(failures)
                .hasSize(2 * THREADS)
                .allSatisfy(e -> assertThat(e)
                        .isInstanceOf(LoginException.class)
                        .hasMessage(
                                "SecurityCenter \"prod\": could not log in with the user ci: HTTP 403, error 21: Invalid login"
                                        + " credentials. The login was rejected; check the user name and password, and that the account"
                                        + " is not locked."));
        assertThat(rig.lines()).containsExactly("POST /token");
        assertThat(rig.simulator.controls().failedLogins("ci")).isOne();
    }

    @Test
    void isAskedForAgainByWhoComesLater() {
        failure(rig.open(WRONG));
        failure(rig.open(WRONG));

        assertThat(rig.count("POST /token")).isEqualTo(2);
    }

    @Test
    void endsWithItsLastUser() throws Exception {
        SecurityCenter one = rig.open();
        SecurityCenter other = rig.open();
        one.status();
        one.close();
        one.close();

        assertThatIllegalStateException().isThrownBy(one::status);
        assertThat(other.currentUser().username()).isEqualTo("ci");
        assertThat(rig.count("DELETE /token")).isZero();
        other.close();

        assertThat(rig.count("POST /token")).isOne();
        assertThat(rig.simulator.openSessions()).isZero();
    }

    @Test
    void endsWhenAllAreClosed() throws Exception {
        SecurityCenter server = rig.open();
        server.status();

        rig.sessions.close();

        assertThat(rig.simulator.openSessions()).isZero();
        assertThatIllegalStateException().isThrownBy(server::status);
        server.close();
    }

    @Test
    void isNotSharedWithAnotherAccount() throws Exception {
        try (SecurityCenter user = rig.open();
                SecurityCenter admin = rig.open(new Login.Password(Simulator.ADMIN, Simulator.ADMIN_PASSWORD))) {
            assertThat(user.currentUser().administrator()).isFalse();
            assertThat(admin.currentUser().administrator()).isTrue();
        }
        assertThat(rig.simulator.openSessions()).isZero();
    }

    @Test
    void isNotHadBeyondTheLimit() throws Exception {
        try (SecurityCenter first = rig.open();
                SessionPool elsewhere = new SessionPool(RetryPolicy.DEFAULT, Sleeper.SLEEP, InstantSource.system())) {
            first.status();

            assertThatThrownBy(() -> elsewhere.open(rig.endpoint(), Rig.USER).status())
                    .isInstanceOf(LoginException.class)
                    .hasMessage(
                            "SecurityCenter \"prod\": could not log in with the user ci: the account has reached the server's"
                                    + " session limit; close one of its sessions, use API keys, or set Session limit to \"End the oldest session of the account\" (releaseOldest).");
        }
        assertThat(rig.count("POST /token")).isEqualTo(2);
    }

    @Test
    void replacesTheOldestOneAtTheLimit() throws Exception {
        Endpoint releasing = rig.endpoint(Rig.TIMEOUTS, SessionLimit.RELEASE_OLDEST);
        try (SecurityCenter first = rig.open();
                SessionPool elsewhere = new SessionPool(RetryPolicy.DEFAULT, Sleeper.SLEEP, InstantSource.system());
                SecurityCenter second = elsewhere.open(releasing, Rig.USER)) {
            first.status();
            second.status();

            assertThatThrownBy(first::status).isInstanceOf(LoginException.class);
            second.status();
        }
        assertThat(rig.simulator.openSessions()).isZero();
    }

    private static Throwable failure(SecurityCenter server) {
        try {
            server.status();
            throw new AssertionError("The login was not refused");
        } catch (SecurityCenterException | InterruptedException e) {
            return e;
        }
    }

    private static <T> List<T> together(Callable<T> call) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch ready = new CountDownLatch(THREADS);
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                futures.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return call.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
