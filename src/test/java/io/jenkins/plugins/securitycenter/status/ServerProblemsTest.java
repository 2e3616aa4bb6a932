package io.jenkins.plugins.securitycenter.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.transport.ServerTraffic.Refusal;
import io.jenkins.plugins.securitycenter.client.transport.ServerTraffic.Snapshot;
import io.jenkins.plugins.securitycenter.model.CurrentUser;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerProblemsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private Snapshot traffic = Snapshot.NONE;
    private Optional<Refusal> refusal = Optional.empty();
    private Optional<Instant> loginEnd = Optional.empty();
    private String license = "Valid";
    private Optional<Instant> feed = Optional.of(NOW);
    private CurrentUser account = account(false, false, Optional.empty());
    private List<String> waiting = List.of();

    @Test
    void aHealthyServerHasNone() {
        assertThat(Arrays.stream(ProblemType.values()).flatMap(type -> sentences(type).stream()))
                .isEmpty();
    }

    @Test
    void anUnknownServerHasNone() {
        ServerReport unknown = new ServerReport(
                new StatusStore.Key("prod", "https://sc"),
                false,
                Optional.empty(),
                Snapshot.NONE,
                Optional.empty(),
                Optional.empty(),
                0,
                List.of("job#1"),
                List.of());
        assertThat(Arrays.stream(ProblemType.values())
                        .flatMap(type -> new ServerProblems(unknown, NOW).sentences(type).stream()))
                .isEmpty();
    }

    @Test
    void refusedAccount() {
        refusal = Optional.of(new Refusal(NOW, "SecurityCenter \"prod\": could not log in: wrong password."));
        assertThat(sentences(ProblemType.ACCOUNT_REFUSED))
                .containsExactly("SecurityCenter \"prod\": could not log in: wrong password.");
    }

    @Test
    void certificateOfTheServer() {
        certificateEnds(NOW.plus(ServerProblems.WARNING));
        assertThat(sentences(ProblemType.ACCESS_ENDS)).isEmpty();
        certificateEnds(NOW.plus(ServerProblems.WARNING).minus(SECOND));
        assertThat(sentences(ProblemType.ACCESS_ENDS))
                .containsExactly("SecurityCenter \"prod\": the certificate of the server expires on 2026-03-31;"
                        + " renew it on the server.");
        certificateEnds(NOW);
        assertThat(sentences(ProblemType.ACCESS_ENDS))
                .singleElement()
                .asString()
                .contains("expired on 2026-03-01;");
    }

    @Test
    void clientCertificate() {
        loginEnd = Optional.of(NOW.plus(Duration.ofDays(3)));
        assertThat(sentences(ProblemType.ACCESS_ENDS))
                .containsExactly("SecurityCenter \"prod\": the client certificate of its credentials expires on"
                        + " 2026-03-04; replace it in Jenkins.");
    }

    @Test
    void accountThatWillBeRefused() {
        account = account(true, false, Optional.empty());
        assertThat(sentences(ProblemType.ACCESS_ENDS))
                .containsExactly("SecurityCenter \"prod\": account \"ci\" is locked; unlock it on the server, or the"
                        + " server rejects its credentials and API keys.");
        account = account(false, true, Optional.of(NOW.plus(Duration.ofDays(2))));
        assertThat(sentences(ProblemType.ACCESS_ENDS)).hasSize(2).anyMatch(text -> text.contains("must change"));
    }

    @Test
    void license() {
        license = "valid";
        assertThat(sentences(ProblemType.LICENSE_INVALID)).isEmpty();
        license = "Expired";
        assertThat(sentences(ProblemType.LICENSE_INVALID))
                .containsExactly("SecurityCenter \"prod\": the license is not valid (status \"Expired\"), so the"
                        + " server may refuse to run scans; renew it.");
    }

    @Test
    void feed() {
        feed = Optional.of(NOW.minus(ServerProblems.MAXIMUM_FEED_AGE));
        assertThat(sentences(ProblemType.FEED_OLD)).isEmpty();
        feed = Optional.of(NOW.minus(ServerProblems.MAXIMUM_FEED_AGE).minus(SECOND));
        assertThat(sentences(ProblemType.FEED_OLD))
                .containsExactly("SecurityCenter \"prod\": the plugins of active scanners were last updated 14 days"
                        + " ago, so scans miss newer vulnerabilities; update the plugin feed.");
    }

    @Test
    void blockedBuilds() {
        waiting = List.of("job#1");
        unreachableSince(NOW.minus(ServerProblems.MAXIMUM_OUTAGE).plus(SECOND));
        assertThat(sentences(ProblemType.BUILDS_BLOCKED)).isEmpty();
        unreachableSince(NOW.minus(ServerProblems.MAXIMUM_OUTAGE));
        assertThat(sentences(ProblemType.BUILDS_BLOCKED))
                .containsExactly("SecurityCenter \"prod\": there has been no response for 1 h 0 min, and 1 build"
                        + " waits for it; check the server and the network.");
        waiting = List.of();
        assertThat(sentences(ProblemType.BUILDS_BLOCKED)).isEmpty();
    }

    private void certificateEnds(Instant end) {
        traffic = new Snapshot(1, 0, Optional.of(NOW), Optional.empty(), Optional.of(end));
    }

    private void unreachableSince(Instant since) {
        traffic = new Snapshot(1, 1, Optional.empty(), Optional.of(since), Optional.empty());
    }

    private static CurrentUser account(boolean locked, boolean mustChange, Optional<Instant> passwordEnd) {
        return new CurrentUser("2", "ci", Optional.empty(), Optional.empty(), locked, mustChange, passwordEnd);
    }

    private List<String> sentences(ProblemType type) {
        ServerFacts facts = new ServerFacts(NOW, Optional.of("6.7.0"), license, account, feed, List.of(), List.of());
        ServerReport report = new ServerReport(
                new StatusStore.Key("prod", "https://sc"),
                false,
                Optional.of(new ServerState(NOW, Optional.empty(), Optional.of(facts))),
                traffic,
                refusal,
                loginEnd,
                0,
                waiting,
                List.of());
        return new ServerProblems(report, NOW).sentences(type);
    }
}
