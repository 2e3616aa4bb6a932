package io.jenkins.plugins.securitycenter.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.resource.OnDemandScans.Marked;
import io.jenkins.plugins.securitycenter.client.transport.ServerTraffic.Refusal;
import io.jenkins.plugins.securitycenter.client.transport.ServerTraffic.Snapshot;
import io.jenkins.plugins.securitycenter.model.CurrentUser;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.watch.OrphanedScan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerSummaryTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:30Z");
    private static final Instant EARLIER = NOW.minus(Duration.ofHours(25));
    private static final CurrentUser USER = new CurrentUser(
            "2",
            "ci",
            Optional.of(new ResourceReference("2", "Security Manager")),
            Optional.empty(),
            false,
            false,
            Optional.empty());
    private static final ServerFacts FACTS = new ServerFacts(
            EARLIER,
            Optional.of("6.7.0"),
            "Valid",
            USER,
            Optional.of(EARLIER),
            List.of(new OrphanedScan(Marked.Type.SCAN, "crashed", "job#3")),
            List.of("a gap."));

    @Test
    void nothingIsKnownAtFirst() {
        ServerSummary summary = summary(Optional.empty(), Snapshot.NONE, List.of());
        assertThat(summary.checked()).isEqualTo("Not since Jenkins started");
        assertThat(summary.reachable()).isEqualTo("Unknown: no request since Jenkins started");
        assertThat(List.of(
                        summary.version(),
                        summary.license(),
                        summary.feed(),
                        summary.account(),
                        summary.certificate(),
                        summary.leftovers()))
                .containsOnly("Unknown");
        assertThat(summary.requests()).isEqualTo("0, 0 failed or rejected");
        assertThat(summary.removable()).isFalse();
        assertThat(summary.problems()).isEmpty();
    }

    @Test
    void theStateOfTheLastCheck() {
        Snapshot traffic = new Snapshot(1200, 3, Optional.of(NOW), Optional.empty(), Optional.of(NOW));
        ServerSummary summary =
                summary(Optional.of(new ServerState(NOW, Optional.empty(), Optional.of(FACTS))), traffic, List.of());
        assertThat(summary.checked()).isEqualTo("2026-03-01 10:00 UTC");
        assertThat(summary.known()).isEmpty();
        assertThat(summary.reachable()).isEqualTo("Yes, last response 2026-03-01 10:00 UTC");
        assertThat(summary.version()).isEqualTo("6.7.0");
        assertThat(summary.license()).isEqualTo("Valid");
        assertThat(summary.feed()).isEqualTo("2026-02-28 09:00 UTC, 1 day ago");
        assertThat(summary.account()).isEqualTo("ci, role Security Manager, organization unknown");
        assertThat(summary.certificate()).isEqualTo("2026-03-01");
        assertThat(summary.requests()).isEqualTo("1,200, 3 failed or rejected");
        assertThat(summary.leftovers()).isEqualTo("1 scan");
        assertThat(summary.leftoverTexts()).containsExactly("Scan \"crashed\" of build job#3");
        assertThat(summary.gaps()).containsExactly("a gap.");
    }

    @Test
    void aFailedCheckShowsWhatWasKnownBefore() {
        Snapshot traffic = new Snapshot(1, 1, Optional.of(EARLIER), Optional.of(EARLIER), Optional.empty());
        ServerSummary summary = summary(
                Optional.of(new ServerState(NOW, Optional.of("no response."), Optional.of(FACTS))),
                traffic,
                List.of("job#4"));
        assertThat(summary.known()).contains("2026-02-28 09:00 UTC");
        assertThat(summary.reachable()).isEqualTo("No response since 2026-02-28 09:00 UTC, for 25 h 0 min");
        assertThat(summary.version()).isEqualTo("6.7.0");
        assertThat(summary.problems()).containsExactly("no response.");
        assertThat(summary.leftovers()).isEqualTo("1 scan, clean-up of 1 run");
        assertThat(summary.leftoverTexts()).hasSize(2).contains("Clean-up of build job#4");
    }

    @Test
    void aProblemIsShownOnce() {
        ServerReport report = new ServerReport(
                new StatusStore.Key("prod", "https://sc"),
                true,
                Optional.of(new ServerState(NOW, Optional.of("wrong password."), Optional.empty())),
                Snapshot.NONE,
                Optional.of(new Refusal(NOW, "wrong password.")),
                Optional.empty(),
                1,
                List.of("job#1"),
                List.of());
        ServerSummary summary = new ServerSummary(report, NOW, Locale.ENGLISH);
        assertThat(summary.problems()).containsExactly("wrong password.");
        assertThat(summary.checking()).isTrue();
        assertThat(summary.waitingBuilds()).containsExactly("job#1");
    }

    @Test
    void speaksGerman() {
        Snapshot traffic = new Snapshot(1200, 3, Optional.of(NOW), Optional.empty(), Optional.of(NOW));
        ServerReport report = report(
                Optional.of(new ServerState(NOW, Optional.empty(), Optional.of(FACTS))), traffic, List.of("job#4"));
        ServerSummary summary = new ServerSummary(report, NOW, Locale.GERMANY);
        assertThat(summary.reachable()).isEqualTo("Ja, letzte Antwort 2026-03-01 10:00 UTC");
        assertThat(summary.account()).isEqualTo("ci, Rolle Security Manager, Organisation unbekannt");
        assertThat(summary.requests()).isEqualTo("1.200, davon 3 fehlgeschlagen oder abgelehnt");
        assertThat(summary.leftovers()).isEqualTo("1 Scan, Aufr\u00e4umen nach 1 Ausf\u00fchrung");
        assertThat(summary.leftoverTexts())
                .containsExactly("Scan \u201ecrashed\u201c des Builds job#3", "Aufr\u00e4umen nach dem Build job#4");
    }

    private static ServerSummary summary(Optional<ServerState> state, Snapshot traffic, List<String> cleaningUp) {
        return new ServerSummary(report(state, traffic, cleaningUp), NOW, Locale.ENGLISH);
    }

    private static ServerReport report(Optional<ServerState> state, Snapshot traffic, List<String> cleaningUp) {
        return new ServerReport(
                new StatusStore.Key("prod", "https://sc"),
                false,
                state,
                traffic,
                Optional.empty(),
                Optional.empty(),
                0,
                List.of(),
                cleaningUp);
    }
}
