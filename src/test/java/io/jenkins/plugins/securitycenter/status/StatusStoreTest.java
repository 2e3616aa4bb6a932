package io.jenkins.plugins.securitycenter.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.client.Rig;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.OnDemandScans.Marked;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.LoginException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.CurrentUser;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.watch.HandDrivenExecutor;
import io.jenkins.plugins.securitycenter.watch.OrphanedScan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a check reads, and what remains of it. */
class StatusStoreTest {

    private static final StatusStore.Key PROD = new StatusStore.Key("prod", "https://sc");
    private static final Instant FEED = Instant.parse("2026-02-27T03:12:00Z");
    private static final OrphanedScan ORPHAN = new OrphanedScan(Marked.Type.SCAN, "Scan of job#3", "job#3");

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
    private final HandDrivenExecutor executor = new HandDrivenExecutor(clock);
    private final StatusStore store = new StatusStore(executor, clock);
    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
        executor.close();
    }

    @Test
    void readsTheStateInTheBackground() {
        rig.simulator.controls().setFeedTime(FEED);
        assertThat(store.state(PROD)).isEmpty();
        assertThat(store.start(PROD, this::check)).isTrue();
        assertThat(store.checking(PROD)).isTrue();
        assertThat(store.start(PROD, this::check)).isFalse();
        assertThat(rig.simulator.requests()).isEmpty();
        executor.settle();
        assertThat(store.checking(PROD)).isFalse();
        ServerState state = store.state(PROD).orElseThrow();
        assertThat(state.time()).isEqualTo(clock.instant());
        assertThat(state.problem()).isEmpty();
        ServerFacts facts = state.facts().orElseThrow();
        assertThat(facts.version())
                .hasValueSatisfying(version -> assertThat(version).startsWith("6.7"));
        assertThat(facts.license()).isEqualTo("Valid");
        assertThat(facts.account().username()).isEqualTo(Simulator.USER);
        assertThat(facts.feed()).contains(FEED);
        assertThat(facts.orphans()).containsExactly(ORPHAN);
        assertThat(facts.gaps()).isEmpty();
        assertThat(rig.lines()).containsExactly("GET /currentUser", "GET /system", "GET /status", "GET /feed");
        assertThat(store.start(PROD, this::check)).isTrue();
    }

    @Test
    void aFailureKeepsWhatWasKnown() {
        store.start(PROD, this::check);
        executor.settle();
        Instant known = clock.instant();
        clock.advance(Duration.ofDays(1));
        rig.simulator.faults().on("GET", "/currentUser").html(503).times(9);
        store.start(PROD, this::check);
        executor.settle();
        ServerState state = store.state(PROD).orElseThrow();
        assertThat(state.time()).isEqualTo(clock.instant());
        assertThat(state.problem()).hasValueSatisfying(text -> assertThat(text).contains("503"));
        assertThat(state.facts())
                .hasValueSatisfying(facts -> assertThat(facts.time()).isEqualTo(known));
    }

    @Test
    void aPartThatCannotBeReadKeepsItsEarlierValue() {
        rig.simulator.controls().setFeedTime(FEED);
        store.start(PROD, this::check);
        executor.settle();
        rig.simulator
                .faults()
                .on("GET", "/feed")
                .error(403, 0, "You are not allowed.")
                .times(9);
        store.start(PROD, this::check);
        executor.settle();
        assertThat(store.state(PROD).orElseThrow().problem()).isEmpty();
        ServerFacts facts = store.state(PROD).orElseThrow().facts().orElseThrow();
        assertThat(facts.feed()).contains(FEED);
        assertThat(facts.gaps()).singleElement().asString().contains("You are not allowed.");
    }

    @Test
    void anAccountThatIsRejectedIsTriedOnce() throws Exception {
        try (SecurityCenter server = rig.open(new Login.Password(Simulator.USER, "wrong"))) {
            assertThatThrownBy(() -> new ServerCheck(server, clock).read(List::of))
                    .isInstanceOf(LoginException.class);
        }
        assertThat(rig.simulator.controls().failedLogins(Simulator.USER)).isEqualTo(1);
    }

    @Test
    void administratorsSeeNoScans() throws Exception {
        try (SecurityCenter server = rig.open(new Login.Password(Simulator.ADMIN, Simulator.ADMIN_PASSWORD))) {
            ServerFacts facts = new ServerCheck(server, clock).read(() -> {
                throw new AssertionError("administrators see no scans");
            });
            assertThat(facts.orphans()).isEmpty();
            assertThat(facts.gaps()).isEmpty();
        }
    }

    @Test
    void aServerThatCannotBeUsedAsConfiguredIsOneSentence() {
        store.start(PROD, () -> {
            throw new IllegalArgumentException("Server \"prod\" has no credentials.");
        });
        executor.settle();
        assertThat(store.state(PROD).orElseThrow())
                .isEqualTo(new ServerState(
                        clock.instant(), Optional.of("Server \"prod\" has no credentials."), Optional.empty()));
    }

    @Test
    void aDefectDoesNotBlockLaterChecks() {
        store.start(PROD, () -> {
            throw new IllegalStateException("details");
        });
        executor.settle();
        assertThat(store.checking(PROD)).isFalse();
        assertThat(store.state(PROD).orElseThrow().problem())
                .contains("Could not check the server; see the log of Jenkins.");
    }

    @Test
    void keepsALimitedNumberOfServers() {
        CurrentUser user =
                new CurrentUser("1", "ci", Optional.empty(), Optional.empty(), false, false, Optional.empty());
        ServerFacts facts =
                new ServerFacts(clock.instant(), Optional.empty(), "", user, Optional.empty(), List.of(), List.of());
        for (int i = 0; i < 250; i++) {
            store.start(new StatusStore.Key("prod", "https://sc" + i), () -> facts);
            executor.settle();
        }
        assertThat(store.state(new StatusStore.Key("prod", "https://sc0"))).isEmpty();
        assertThat(store.state(new StatusStore.Key("prod", "https://sc249"))).isPresent();
    }

    private ServerFacts check() throws SecurityCenterException, InterruptedException {
        try (SecurityCenter server = rig.open(Rig.KEYS)) {
            return new ServerCheck(server, clock).read(() -> List.of(ORPHAN));
        }
    }
}
