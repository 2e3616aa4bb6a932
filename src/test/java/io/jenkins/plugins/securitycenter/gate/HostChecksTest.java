package io.jenkins.plugins.securitycenter.gate;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.securitycenter.gate.CheckedHosts.UnauthenticatedHost;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Plugin.CheckType;
import io.jenkins.plugins.securitycenter.model.SampleFinding;
import io.jenkins.plugins.securitycenter.suppression.SuppressionReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostChecksTest {

    private static final String YES = "Credentialed checks : yes\nPort range : default\n";
    private static final String NO = "Credentialed checks : no\nPort range : default\n";
    private static final Finding LOCAL =
            finding().ip("192.0.2.1").port(0).plugin("7", CheckType.LOCAL).build();
    private static final Finding REMOTE =
            finding().ip("192.0.2.1").port(8080).plugin("8", CheckType.REMOTE).build();
    private static final Finding ELSEWHERE = ended("192.0.2.2", YES);

    private final Comparison comparison = Comparison.withReference();

    @Test
    void fixesNothingLocalOnAHostThatWasNotLoggedInTo() {
        assertThat(state(LOCAL, ended("192.0.2.1", NO))).isEqualTo(FindingState.NOT_CHECKED);
        assertThat(comparison.changes().notChecked().total()).isEqualTo(1);
        assertThat(comparison.changes().fixed().total()).isZero();
    }

    @Test
    void fixesWhatIsGoneOnAHostThatWasLoggedInTo() {
        assertThat(state(LOCAL, ended("192.0.2.1", YES))).isEqualTo(FindingState.FIXED);
    }

    @Test
    void fixesRemoteFindingsWithoutALogin() {
        assertThat(state(REMOTE, ended("192.0.2.1", "Credentialed checks : no\nPort range : all")))
                .isEqualTo(FindingState.FIXED);
    }

    @ParameterizedTest
    @EnumSource(CheckType.class)
    void needsALoginUnlessTheCheckIsRemote(CheckType type) {
        Finding gone = finding().ip("192.0.2.1").port(0).plugin("7", type).build();
        boolean without = type == CheckType.REMOTE;

        assertThat(state(gone, ended("192.0.2.1", NO)))
                .isEqualTo(without ? FindingState.FIXED : FindingState.NOT_CHECKED);
    }

    @Test
    void fixesNothingOnAHostWhoseScanDidNotEnd() {
        Finding other = finding().ip("192.0.2.1").plugin("9").build();

        assertThat(state(REMOTE, other, ELSEWHERE)).isEqualTo(FindingState.NOT_CHECKED);
        assertThat(comparison.checks().summary().notAuthenticated())
                .containsExactly(new UnauthenticatedHost("192.0.2.1", "the scan of this host did not end"));
    }

    @Test
    void fixesNothingAboutAHostAsAWholeWhoseScanDidNotEnd() {
        Finding gone = finding().ip("192.0.2.1").port(0).plugin("8").build();

        assertThat(state(gone, finding().ip("192.0.2.1").plugin("9").build(), ELSEWHERE))
                .isEqualTo(FindingState.NOT_CHECKED);
    }

    @Test
    void trustsNoLoginOnAHostWhoseScanDidNotEnd() {
        Finding login = finding().ip("192.0.2.1").port(0).plugin("141118").build();

        assertThat(state(LOCAL, login, ELSEWHERE)).isEqualTo(FindingState.NOT_CHECKED);
        assertThat(comparison.checks().summary().notAuthenticated())
                .containsExactly(new UnauthenticatedHost("192.0.2.1", "the scan of this host did not end"));
    }

    @Test
    void fixesNothingOnAHostThatTheScanDoesNotHave() {
        HostChecks checks = new HostChecks();
        checks.add(1, ELSEWHERE);

        assertThat(checks.checked(1, LOCAL, true)).isTrue();
        assertThat(checks.checked(2, LOCAL, true)).isFalse();
    }

    @Test
    void listsTheHostsOfTheScan() {
        HostChecks checks = comparison.checks();
        checks.listHosts();
        comparison.accept(ended("192.0.2.1", NO));
        comparison.accept(finding().ip("192.0.2.1").plugin("21745").build());
        comparison.scanned(ELSEWHERE);
        comparison.accept(finding().ip("192.0.2.3").plugin("9").build());
        comparison.accept(finding()
                .host(new Host("", "", "", "", "https://shop.example.com/", ""))
                .build());

        assertThat(checks.hosts())
                .extracting(host -> host.host().label(), ScannedHost::loggedIn)
                .containsExactly(
                        tuple("192.0.2.1", Optional.of(false)),
                        tuple("192.0.2.2", Optional.of(true)),
                        tuple("192.0.2.3", Optional.of(false)),
                        tuple("https://shop.example.com/", Optional.empty()));
        assertThat(checks.hosts().get(0).reason())
                .isEqualTo(checks.summary().notAuthenticated().get(0).reason())
                .isNotEmpty();
        assertThat(checks.hosts().get(1).reason()).isEmpty();
        assertThat(checks.hosts().get(2).reason()).isEqualTo("the scan of this host did not end");
        assertThat(checks.hosts().get(0).repository()).isEqualTo(LOCAL.repository());
    }

    @Test
    void listsHostsWithoutLoginsIfTheScanDoesNotReportThem() {
        comparison.checks().listHosts();
        comparison.accept(REMOTE);
        assertThat(comparison.checks().hosts())
                .extracting(ScannedHost::loggedIn)
                .containsExactly(Optional.empty());

        comparison.checks().checkedBy(CheckRule.AGENTS);
        assertThat(comparison.checks().hosts())
                .extracting(ScannedHost::loggedIn)
                .containsExactly(Optional.of(true));
    }

    @Test
    void listsNoHostsUnlessAsked() {
        comparison.accept(REMOTE);
        assertThat(comparison.checks().hosts()).isEmpty();
    }

    @Test
    void knowsWhatTheScanReports() {
        HostChecks checks = comparison.checks();
        assertThat(checks.reported()).isFalse();
        assertThat(checks.reportsExpected()).isFalse();
        assertThat(checks.isUnreadable()).isFalse();

        comparison.accept(ELSEWHERE);
        checks.reportsUnreadable();
        assertThat(checks.reported()).isTrue();
        assertThat(checks.reportsExpected()).isFalse();
        assertThat(checks.isUnreadable()).isTrue();
    }

    @Test
    void keepsTheOldRuleWhereNoScanReports() {
        assertThat(state(LOCAL, finding().ip("192.0.2.1").plugin("9").build())).isEqualTo(FindingState.FIXED);
        assertThat(comparison.checks().summary()).isEqualTo(new CheckedHosts(1, 0, List.of(), 0, false, 0));
    }

    @Test
    void fixesNothingWhereOnlyTheReferenceReports() {
        comparison.remember(ended("192.0.2.1", YES));

        assertThat(state(LOCAL, finding().ip("192.0.2.1").plugin("9").build())).isEqualTo(FindingState.NOT_CHECKED);
        assertThat(comparison.checks().reportsExpected()).isTrue();
        assertThat(comparison.checks().reported()).isFalse();
    }

    @Test
    void fixesNothingWhereTheReportsCannotBeRead() {
        comparison.checks().reportsUnreadable();

        assertThat(state(REMOTE, ended("192.0.2.1", "Credentialed checks : yes\nPort range : all")))
                .isEqualTo(FindingState.NOT_CHECKED);
        assertThat(comparison.obstacle(REMOTE, true)).contains(CheckObstacle.NOT_REPORTED);
        assertThat(comparison.checks().summary().loginsKnown()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1-1024, NOT_CHECKED",
        "'1-1024,8080', FIXED",
        "all, FIXED",
        "default, NOT_CHECKED",
        "some of them, NOT_CHECKED",
        "'', NOT_CHECKED"
    })
    void fixesNothingOnAPortThatWasNotLookedAt(String range, FindingState state) {
        assertThat(state(REMOTE, ended("192.0.2.1", "Port range : " + range))).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, true, NOT_CHECKED",
        "CURRENT, true, FIXED",
        "CURRENT, false, NOT_CHECKED",
        "ALL, true, FIXED",
        "ALL, false, FIXED"
    })
    void fixesOnDefaultPortsWhatWasFoundOnThem(DefaultPorts before, boolean current, FindingState state) {
        Finding whole =
                finding().ip("192.0.2.1").port(0).plugin("8", CheckType.REMOTE).build();
        comparison.checks().referencePorts(before);
        comparison.remember(REMOTE);
        comparison.remember(whole);
        comparison.accept(ended("192.0.2.1", YES));
        assertThat(comparison.missing(REMOTE, current)).isEqualTo(state);
        assertThat(comparison.missing(whole, current)).isEqualTo(FindingState.FIXED);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, default, default, false, ALL",
        "NONE, default, default, true, CURRENT",
        "CURRENT, default, default, true, CURRENT",
        "ALL, default, default, true, ALL",
        "ALL, default, all, false, NONE",
        "ALL, 1-65535, 1-65535, false, NONE",
        "ALL, default, some of them, false, NONE"
    })
    void remembersWhatWasFoundOnDefaultPorts(
            DefaultPorts before, String one, String other, boolean remembering, DefaultPorts now) {
        comparison.checks().referencePorts(before);
        comparison.accept(ended("192.0.2.1", "Port range : " + one));
        comparison.accept(ended("192.0.2.2", "Port range : " + other));
        CheckedHosts hosts = comparison.checks().summary(remembering);
        assertThat(hosts.ports()).isEqualTo(now);
        assertThat(hosts.ofFeed(Optional.empty()).ports()).isEqualTo(now);
    }

    /** A scanner with older plugins does not know all plugins of the reference. */
    @ParameterizedTest
    @CsvSource({
        "202611301200, 202611301200, FIXED",
        "202611301200, 202612010000, FIXED",
        "202611301200, 202611301159, NOT_CHECKED",
        "202611301200, 202511301200, NOT_CHECKED",
        "202611301200, soon, NOT_CHECKED",
        "202611301200, , NOT_CHECKED",
        ", 202511301200, FIXED",
        ", , FIXED"
    })
    void fixesNothingWithOlderPlugins(String before, String now, FindingState state) {
        Comparison first = Comparison.withoutReference();
        first.accept(ended("192.0.2.1", feed(before)));
        comparison.checks().needFeed(first.checks().summary(false).feedNeeded());

        assertThat(state(REMOTE, ended("192.0.2.1", feed(now)))).isEqualTo(state);
        assertThat(comparison.obstacle(REMOTE, true))
                .isEqualTo(state == FindingState.FIXED ? Optional.empty() : Optional.of(CheckObstacle.FEED));
    }

    @Test
    void comparesTheFeedOfEachHost() {
        Finding other =
                finding().ip("192.0.2.3").port(REMOTE.port()).plugin("8").build();
        comparison.checks().needFeed(Optional.of(Instant.parse("2026-11-30T12:00:00Z")));
        comparison.remember(other);

        assertThat(state(REMOTE, ended("192.0.2.3", feed("202611301159")), ended("192.0.2.1", feed("202611301200"))))
                .isEqualTo(FindingState.FIXED);
        assertThat(comparison.missing(other, true)).isEqualTo(FindingState.NOT_CHECKED);
    }

    @Test
    void trustsTheOlderOfTwoFeedsOfAHost() {
        comparison.checks().needFeed(Optional.of(Instant.parse("2026-11-30T12:00:00Z")));

        assertThat(state(REMOTE, ended("192.0.2.1", feed("202611301159")), ended("192.0.2.1", feed("202612010000"))))
                .isEqualTo(FindingState.NOT_CHECKED);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T12:00:00Z, 202611301100, true, 2026-11-30T12:00:00Z",
        "2026-11-30T12:00:00Z, 202611301100, false, 2026-11-30T11:00:00Z",
        "2026-11-30T12:00:00Z, 202611301300, true, 2026-11-30T13:00:00Z",
        "2026-11-30T12:00:00Z, , true, 2026-11-30T12:00:00Z",
        "2026-11-30T12:00:00Z, , false, ",
        ", 202611301100, true, 2026-11-30T11:00:00Z"
    })
    void remembersTheFeedOfFindingsThatWereNotChecked(Instant before, String now, boolean remembering, Instant needed) {
        comparison.checks().needFeed(Optional.ofNullable(before));
        comparison.accept(ended("192.0.2.1", feed(now)));
        CheckedHosts hosts = comparison.checks().summary(remembering);

        assertThat(hosts.feedNeeded()).isEqualTo(Optional.ofNullable(needed));
        assertThat(hosts.ofFeed(Optional.empty()).feedNeeded()).isEqualTo(Optional.ofNullable(needed));
        RecordSummary stored = RecordSummary.parse(
                new RecordSummary(StateCounts.NONE, Verdict.NONE, hosts, SuppressionReport.NONE).toText());
        assertThat(stored.checked()).isEqualTo(hosts);
    }

    /** The host of a newer scanner may be scanned by an older one the next time. */
    @Test
    void needsTheNewestFeedOfSeveralScanners() {
        comparison.accept(ended("192.0.2.1", feed("202611301200")));
        comparison.accept(ended("192.0.2.2", feed("202612011200")));
        comparison.accept(ended("192.0.2.3", feed("202611291200")));

        CheckedHosts hosts = comparison.checks().summary(false);
        assertThat(hosts.feedNeeded()).contains(Instant.parse("2026-12-01T12:00:00Z"));
        assertThat(hosts.pluginFeed()).contains(Instant.parse("2026-11-29T12:00:00Z"));
    }

    private static String feed(String version) {
        return "Credentialed checks : yes\nPort range : all"
                + (version == null ? "" : "\nPlugin feed version : " + version);
    }

    @Test
    void knowsThePortsOfEachHost() {
        String some = "Port range : 1-1024,8080";
        Finding other = finding().ip("192.0.2.3").port(8080).plugin("8").build();
        comparison.remember(other);

        assertThat(state(
                        REMOTE,
                        ended("192.0.2.2", some),
                        ended("192.0.2.1", some),
                        ended("192.0.2.3", "Port range : 1-1024")))
                .isEqualTo(FindingState.FIXED);
        assertThat(comparison.missing(other, true)).isEqualTo(FindingState.NOT_CHECKED);
    }

    @Test
    void trustsNeitherOfTwoDifferentPortRanges() {
        assertThat(state(REMOTE, ended("192.0.2.1", "Port range : all"), ended("192.0.2.1", "Port range : 8080")))
                .isEqualTo(FindingState.NOT_CHECKED);
    }

    @Test
    void takesTheWorseOfTwoLogins() {
        assertThat(state(LOCAL, ended("192.0.2.1", YES), ended("192.0.2.1", NO)))
                .isEqualTo(FindingState.NOT_CHECKED);
    }

    @Test
    void needsNoLoginOfAgents() {
        comparison.checks().checkedBy(CheckRule.AGENTS);

        assertThat(state(LOCAL, ended("192.0.2.1", NO))).isEqualTo(FindingState.FIXED);
        assertThat(comparison.checks().summary().authenticated()).isEqualTo(1);
    }

    @Test
    void addsNothingToTheRuleOfTheServer() {
        comparison.checks().checkedBy(CheckRule.SERVER);

        assertThat(state(LOCAL, ended("192.0.2.1", NO))).isEqualTo(FindingState.FIXED);
        assertThat(comparison.checks().summary().loginsKnown()).isFalse();
    }

    @Test
    void asksTheHostThatIsTheOneOfTheReference() {
        Host named = new Host("192.0.2.1", "", "db.example.com", "", "", "repositoryID,ip,dnsName");
        Finding before =
                finding().host(named).port(0).plugin("7", CheckType.LOCAL).build();

        assertThat(state(before, ended("192.0.2.1", NO), ELSEWHERE)).isEqualTo(FindingState.NOT_CHECKED);
    }

    @Test
    void asksTheHostThatLostItsName() {
        Host named = new Host("192.0.2.1", "", "db.example.com", "", "", "repositoryID,ip,dnsName");
        Finding before =
                finding().host(named).port(0).plugin("7", CheckType.LOCAL).build();

        assertThat(state(before, ended("192.0.2.1", YES), ELSEWHERE)).isEqualTo(FindingState.FIXED);
    }

    @Test
    void countsNoLoginsOfWebApplications() {
        comparison.checks().checkedBy(CheckRule.AGENTS);
        comparison.accept(finding()
                .host(new Host("", "", "", "", "https://shop.example.com", ""))
                .build());
        comparison.accept(ELSEWHERE);

        assertThat(comparison.checks().summary()).isEqualTo(new CheckedHosts(2, 1, List.of(), 0, true, 0));
    }

    @Test
    void expectsNoReportsOfWebApplications() {
        Finding web = finding()
                .host(new Host("", "", "", "", "https://shop.example.com", ""))
                .plugin("7", CheckType.UNKNOWN)
                .build();
        Finding other = finding().host(web.host()).plugin("8").build();

        assertThat(state(web, other, ELSEWHERE)).isEqualTo(FindingState.FIXED);
        comparison.checks().partial();
        assertThat(comparison.obstacle(web, true)).contains(CheckObstacle.CUT_OFF);
    }

    /** As in merged rows, only what both say is known. */
    @ParameterizedTest
    @ValueSource(strings = {"Port range : default\n", "Credentialed checks : perhaps\nPort range : default\n"})
    void aSecondReportThatDoesNotKnowTheLoginDeniesIt(String unknown) {
        assertThat(obstacle(LOCAL, ended("192.0.2.1", YES), ended("192.0.2.1", unknown)))
                .contains(CheckObstacle.NO_LOGIN);
        assertThat(obstacle(LOCAL, ended("192.0.2.1", unknown), ended("192.0.2.1", YES)))
                .contains(CheckObstacle.NO_LOGIN);
    }

    /** Two versions of the feed, of which one is not understood: the feed may be older than needed. */
    @Test
    void aFeedThatIsNotUnderstoodIsOlderThoughAnotherIsNewer() {
        comparison.checks().needFeed(Optional.of(Instant.parse("2026-11-30T12:00:00Z")));
        String both = feed("202612011200") + "\n" + feed("soon");
        comparison.remember(REMOTE);
        comparison.accept(ended("192.0.2.1", both));

        assertThat(comparison.obstacle(REMOTE, true)).contains(CheckObstacle.FEED);
    }

    /** Each of these reports is about a login, and none says that the scan of the host ended. */
    @ParameterizedTest
    @ValueSource(strings = {"110095", "141118", "21745", "110385", "104410"})
    void aReportOnTheLoginDoesNotEndTheScan(String plugin) {
        assertThat(obstacle(LOCAL, finding().ip("192.0.2.1").plugin(plugin).build(), ELSEWHERE))
                .contains(CheckObstacle.CUT_OFF);
    }

    @Test
    void laterScansMustReportIfTheRecordKeepsFindingsOfOneThatDid() {
        assertThat(comparison.checks().summary(true).reportsExpected()).isFalse();
        comparison.checks().expectReports();
        assertThat(comparison.checks().summary(true).reportsExpected()).isTrue();
        assertThat(comparison.checks().summary(false).reportsExpected()).isFalse();
        comparison.checks().reportsUnreadable();
        assertThat(comparison.checks().summary(false).reportsExpected()).isTrue();
    }

    @Test
    void keepsTheRuleAfterARestart() {
        comparison.checks().checkedBy(CheckRule.AGENTS);
        comparison.checks().expectReports();
        Comparison again = comparison.restarted();

        assertThat(again.checks().summary().loginsKnown()).isTrue();
        assertThat(again.checks().reportsExpected()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"20261127, true", "today, true", "'', false", "202611270312, false"})
    void knowsWhetherThePluginFeedOfAHostIsNotUnderstood(String version, boolean odd) {
        comparison.accept(ended("192.0.2.9", NO + "Plugin feed version : " + version));
        comparison.accept(ended("192.0.2.1", YES + "Plugin feed version : 202611260312"));

        assertThat(comparison.checks().summary().feedOdd()).isEqualTo(odd);
    }

    @Test
    void namesHostsWithTheMostUsefulReason() {
        Plugin refused = named("104410", "Refused");
        Plugin limited = named("110385", "Too few rights");
        List<Finding> rows = new ArrayList<>(List.of(
                ended("192.0.2.9", NO + "Plugin feed version : 202611270312"),
                ended("192.0.2.1", YES + "Plugin feed version : 202611260312"),
                finding().ip("192.0.2.9").plugin(limited).build(),
                finding().ip("192.0.2.9").plugin(refused).build(),
                ended("192.0.2.3", NO),
                finding().ip("192.0.2.4").plugin("141118").build(),
                ended("192.0.2.4", NO)));
        CheckedHosts expected = new CheckedHosts(
                        4,
                        2,
                        List.of(
                                new UnauthenticatedHost("192.0.2.3", ""),
                                new UnauthenticatedHost("192.0.2.9", "Too few rights")),
                        2,
                        true,
                        0)
                .ofFeed(Optional.of(Instant.parse("2026-11-26T03:12:00Z")));

        assertThat(summary(rows)).isEqualTo(expected);
        Collections.reverse(rows);
        assertThat(summary(rows)).isEqualTo(expected);
    }

    @Test
    void countsHostsWithoutAReference() {
        Comparison first = Comparison.withoutReference();
        first.accept(ended("192.0.2.1", YES));
        first.scanned(finding().ip("192.0.2.2").build());

        assertThat(first.checks().summary().hosts()).isEqualTo(2);
        assertThat(first.checks().summary().authenticated()).isEqualTo(1);
    }

    @Test
    void knowsManyHosts() {
        List<Finding> rows = IntStream.range(0, 20_000)
                .mapToObj(number -> ended("10.0." + number / 250 + "." + number % 250, number % 2 == 0 ? YES : NO))
                .toList();
        CheckedHosts hosts = summary(rows);

        assertThat(hosts.hosts()).isEqualTo(20_000);
        assertThat(hosts.authenticated()).isEqualTo(10_000);
        assertThat(hosts.notAuthenticatedTotal()).isEqualTo(10_000);
        assertThat(hosts.notAuthenticated()).hasSize(1_000);
    }

    @Test
    void countsHostsThatAreTooManyToBeNamed() {
        List<Finding> rows = new ArrayList<>();
        IntStream.range(0, 10_000).forEach(number -> rows.add(ended("10.0." + number / 250 + "." + number % 250, YES)));
        rows.add(ended("10.1.0.0", NO));

        assertThat(summary(rows)).isEqualTo(new CheckedHosts(10_001, 10_000, List.of(), 1, true, 0));
    }

    @Test
    void trustsNoPortRangesOfWhichThereAreTooMany() {
        List<Finding> rows = IntStream.rangeClosed(1, 1_100)
                .mapToObj(number -> ended("10.0." + number / 250 + "." + number % 250, "Port range : 1-" + number))
                .toList();
        Finding gone = finding().ip("10.0.4.100").port(1).plugin("8").build();

        assertThat(state(gone, rows.toArray(Finding[]::new))).isEqualTo(FindingState.NOT_CHECKED);
    }

    @Test
    void saysWhyAFindingCouldNotHaveBeenFound() {
        assertThat(obstacle(LOCAL, ended("192.0.2.1", YES))).isEmpty();
        assertThat(obstacle(REMOTE, ended("192.0.2.1", "Port range : all\n"))).isEmpty();
        assertThat(obstacle(LOCAL, ended("192.0.2.1", NO))).contains(CheckObstacle.NO_LOGIN);
        assertThat(obstacle(REMOTE, ended("192.0.2.1", "Port range : 1-100\n"))).contains(CheckObstacle.PORT);
        assertThat(obstacle(REMOTE, finding().ip("192.0.2.1").plugin("9").build(), ELSEWHERE))
                .contains(CheckObstacle.CUT_OFF);
        assertThat(obstacle(REMOTE, ELSEWHERE)).contains(CheckObstacle.NOT_SCANNED);
    }

    @Test
    void saysSoIfTheScanReportsNothing() {
        comparison.checks().expectReports();
        state(REMOTE, finding().ip("192.0.2.1").plugin("9").build());

        assertThat(comparison.obstacle(REMOTE, true)).contains(CheckObstacle.NOT_REPORTED);
    }

    private static Optional<CheckObstacle> obstacle(Finding reference, Finding... now) {
        Comparison comparison = Comparison.withReference();
        comparison.remember(reference);
        Arrays.stream(now).forEach(comparison::accept);
        return comparison.obstacle(reference, true);
    }

    private FindingState state(Finding reference, Finding... now) {
        comparison.remember(reference);
        Arrays.stream(now).forEach(comparison::accept);
        return comparison.recheck(reference, comparison.missing(reference, true));
    }

    private static CheckedHosts summary(List<Finding> rows) {
        Comparison comparison = Comparison.withoutReference();
        rows.forEach(comparison::accept);
        return comparison.checks().summary();
    }

    private static Finding ended(String ip, String output) {
        SampleFinding row = finding().ip(ip).port(0).plugin("19506", CheckType.SUMMARY);
        return row.output(output).build();
    }

    private static Plugin named(String id, String name) {
        return new Plugin(
                id, name, "", "", "", "", List.of(), List.of(), CheckType.SUMMARY, List.of(), Optional.empty());
    }
}
