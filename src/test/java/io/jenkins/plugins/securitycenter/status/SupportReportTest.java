package io.jenkins.plugins.securitycenter.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.HostileTexts;
import io.jenkins.plugins.securitycenter.client.resource.OnDemandScans.Marked;
import io.jenkins.plugins.securitycenter.client.transport.ActivityCounter.Counts;
import io.jenkins.plugins.securitycenter.client.transport.ServerTraffic.Failure;
import io.jenkins.plugins.securitycenter.client.transport.ServerTraffic.Refusal;
import io.jenkins.plugins.securitycenter.client.transport.ServerTraffic.Snapshot;
import io.jenkins.plugins.securitycenter.model.CurrentUser;
import io.jenkins.plugins.securitycenter.status.SupportReport.KnownServer;
import io.jenkins.plugins.securitycenter.watch.OrphanedScan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SupportReportTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:30Z");
    private static final String ACCOUNT = "account-name";
    private static final String SENTENCE = "what the server said";

    @Test
    void saysWhatIsKnown() {
        assertThat(report("production", "https://sc.example.com:8443/x", "6.7.0")
                        .markdown())
                .contains(
                        "# SecurityCenter",
                        "* Plugin version: 1\\.2",
                        "* Servers: 1",
                        "* Requests: 1,204",
                        "* Failed or rejected requests: 3",
                        "* Findings read: 5,000",
                        "## Server production",
                        "* Host: sc\\.example\\.com\\:8443",
                        "* Result of the last check: Failed",
                        "* Version: 6\\.7\\.0",
                        "20 days ago",
                        "* Problems: accountRefused, feedOld",
                        "* Waiting builds: 1\n    * folder/job\\#4",
                        "* Leftovers: 1\n    * Scan \\\"crashed\\\" of build job\\#3",
                        "* Last failures: 1\n    * 2026\\-03\\-01 10\\:00 UTC\\: could not launch scan 3\\: unusable");
    }

    @Test
    void saysNothingOfAccountsAndSentencesOfTheServer() {
        assertThat(report("production", "https://user:pass@sc.example.com/?token=abc", "6.7.0")
                        .markdown())
                .contains("* Host: sc\\.example\\.com\n")
                .doesNotContain(ACCOUNT, SENTENCE, "user", "pass@", "token", "abc");
        assertThat(report("production", "not a URL: secret", "").markdown())
                .contains("* Host: Not valid")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void hostileTextsStayOnTheirLine(String text) {
        String plain = report("a", "https://sc", "b").markdown();
        String hostile = report(text, "https://sc", text).markdown();
        assertThat(hostile.lines()).hasSameSizeAs(plain.lines().toList());
        assertThat(hostile).doesNotContainPattern("(?<!\\\\)[<\\[]");
    }

    static Stream<String> texts() {
        return HostileTexts.all().filter(text -> text.length() < 10_000);
    }

    private static SupportReport report(String name, String url, String version) {
        CurrentUser user =
                new CurrentUser("2", ACCOUNT, Optional.empty(), Optional.empty(), false, false, Optional.empty());
        ServerFacts facts = new ServerFacts(
                NOW,
                Optional.of(version),
                "Valid",
                user,
                Optional.of(NOW.minus(Duration.ofDays(20))),
                List.of(new OrphanedScan(Marked.Type.SCAN, "crashed", "job#3")),
                List.of(SENTENCE));
        ServerReport report = new ServerReport(
                new StatusStore.Key(name, url),
                false,
                Optional.of(new ServerState(NOW, Optional.of(SENTENCE), Optional.of(facts))),
                Snapshot.NONE,
                Optional.of(new Refusal(NOW, SENTENCE)),
                Optional.empty(),
                1,
                List.of("folder/job#4"),
                List.of());
        Failure failure = new Failure(NOW, "launch scan 3", "unusable response, HTTP status 502");
        return new SupportReport(
                "1.2", new Counts(1204, 3, 2, 7, 5000), List.of(new KnownServer(report, List.of(failure))), NOW);
    }
}
