package io.jenkins.plugins.securitycenter.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.gate.QualityVerdict.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanQualityTest {

    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");
    private static final ScanQuality ALL = new ScanQuality(95, 90, 7, Gate.Result.FAILURE);
    private static final ScanFacts UNKNOWN =
            new ScanFacts(CheckedHosts.NONE, true, OptionalLong.empty(), OptionalLong.empty(), Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "95, 100, 95, false, 95 of 100 hosts (95 %)",
        "949, 1000, 95, true, '949 of 1,000 hosts (94.9 %)'",
        "94999, 100000, 95, true, '94,999 of 100,000 hosts (94.9 %)'",
        "666, 1000, 66.6, false, '666 of 1,000 hosts (66.6 %)'",
        "1, 1, 100, false, 1 of 1 host (100 %)",
        "999999999, 1000000000, 100, true, '999,999,999 of 1,000,000,000 hosts (99.9 %)'",
        "0, 3, 0.1, true, 0 of 3 hosts (0 %)"
    })
    void countsLoginsWithoutRoundingUp(long logins, long hosts, double limit, boolean violated, String share) {
        QualityVerdict verdict = only(
                new ScanQuality(limit, 0, 0, Gate.Result.UNSTABLE),
                facts(new CheckedHosts(hosts, logins, List.of(), hosts - logins, true, 0)));

        assertThat(verdict.condition()).isEqualTo(Condition.AUTHENTICATED_HOSTS);
        assertThat(verdict.violated()).isEqualTo(violated);
        assertThat(verdict.sentence()).startsWith("The scanner logged in to " + share + ", at least ");
    }

    @Test
    void isViolatedIfLoginsAreUnknown() {
        ScanQuality quality = new ScanQuality(95, 0, 0, Gate.Result.UNSTABLE);

        assertViolated(
                only(quality, facts(new CheckedHosts(20, 0, List.of(), 0, false, 0))),
                "It is unknown how many hosts the scanner logged in to, because the scan does not report its logins, at"
                        + " least 95 % required");
        assertViolated(
                only(quality, UNKNOWN),
                "It is unknown whether the scanner could log in, because no scanned host is known, at least 95 %"
                        + " required");
        assertViolated(
                only(quality, facts(new CheckedHosts(0, 0, List.of(), 0, true, 0))),
                "It is unknown whether the scanner could log in, because no scanned host is known, at least 95 %"
                        + " required");
    }

    @ParameterizedTest
    @CsvSource({
        "9, 10, false, 9 of 10 addresses (90 %)",
        "899, 1000, true, '899 of 1,000 addresses (89.9 %)'",
        "0, 1, true, 0 of 1 address (0 %)"
    })
    void countsReachedAddresses(long reached, long addresses, boolean violated, String share) {
        QualityVerdict verdict = only(
                new ScanQuality(0, 90, 0, Gate.Result.UNSTABLE),
                reached(true, OptionalLong.of(reached), OptionalLong.of(addresses)));

        assertThat(verdict.condition()).isEqualTo(Condition.SCANNED_TARGETS);
        assertThat(verdict.violated()).isEqualTo(violated);
        assertThat(verdict.sentence()).isEqualTo("The scan reached " + share + ", at least 90 % required");
    }

    @Test
    void isViolatedIfReachedAddressesAreUnknown() {
        ScanQuality quality = new ScanQuality(0, 90, 0, Gate.Result.UNSTABLE);
        String silent = "It is unknown how many addresses were reached, because SecurityCenter does not report it for"
                + " this scan, at least 90 % required";

        assertViolated(only(quality, reached(true, OptionalLong.empty(), OptionalLong.of(10))), silent);
        assertViolated(only(quality, reached(true, OptionalLong.of(10), OptionalLong.empty())), silent);
        assertViolated(only(quality, reached(true, OptionalLong.of(10), OptionalLong.of(0))), silent);
        assertViolated(
                only(quality, reached(false, OptionalLong.of(10), OptionalLong.of(10))),
                "It is unknown how many addresses were reached, because the findings do not come from a single scan, at"
                        + " least 90 % required");
    }

    @ParameterizedTest
    @CsvSource({
        "P7D, false, 7 days",
        "P7DT0.001S, true, 7.1 days",
        "P6DT23H59M, false, 7 days",
        "P1D, false, 1 day",
        "PT0S, false, 0 days",
        "-PT23H, false, 0 days",
        "-P1D, false, 0 days"
    })
    void countsDaysOfTheFeedWithoutRoundingDown(Duration age, boolean violated, String days) {
        QualityVerdict own = only(feed(), facts(CheckedHosts.NONE.ofFeed(Optional.of(NOW.minus(age)))));
        QualityVerdict server = only(feed(), served(NOW.minus(age)));

        assertThat(server.condition()).isEqualTo(Condition.PLUGIN_FEED_DAYS);
        assertThat(server.violated()).isEqualTo(violated);
        assertThat(server.sentence())
                .isEqualTo("The plugin feed of SecurityCenter (the scan does not report its own) is " + days
                        + " old, at most 7 days allowed");
        assertThat(own.sentence()).startsWith("The plugin feed of the scanner is ");
    }

    @Test
    void prefersTheFeedOfTheScanner() {
        CheckedHosts old = CheckedHosts.NONE.ofFeed(Optional.of(NOW.minus(Duration.ofDays(8))));
        ScanFacts both = new ScanFacts(old, true, OptionalLong.empty(), OptionalLong.empty(), Optional.of(NOW));

        assertViolated(only(feed(), both), "The plugin feed of the scanner is 8 days old, at most 7 days allowed");
        assertThat(feed().needsServerFeed(old)).isFalse();
        assertThat(feed().needsServerFeed(CheckedHosts.NONE)).isTrue();
        assertThat(ScanQuality.ANY.needsServerFeed(CheckedHosts.NONE)).isFalse();
    }

    /** The feed of SecurityCenter may be newer than that of the scanner. */
    @Test
    void aFeedOfTheScannerThatIsNotUnderstoodViolates() {
        CheckedHosts odd = CheckedHosts.NONE
                .ofFeed(Optional.of(NOW.minus(Duration.ofDays(1))))
                .ofOddFeed(true);
        ScanFacts facts = new ScanFacts(odd, true, OptionalLong.empty(), OptionalLong.empty(), Optional.of(NOW));

        assertThat(feed().needsServerFeed(odd)).isFalse();
        assertViolated(
                only(feed(), facts),
                "The age of the plugin feed of the scanner is unknown, because its version is not understood, at most 7"
                        + " days allowed");
    }

    @Test
    void isViolatedIfTheFeedIsUnknown() {
        assertViolated(
                only(feed(), UNKNOWN),
                "The age of the plugin feed is unknown, because neither the scan nor SecurityCenter reports its date, at"
                        + " most 7 days allowed");
        assertViolated(
                only(feed(), served(NOW.plus(Duration.ofDays(2)))),
                "The age of the plugin feed of SecurityCenter (the scan does not report its own) is unknown, because its"
                        + " date is in the future (2026-12-01T08:00:00Z), at most 7 days allowed");
    }

    @Test
    void judgesOnlyWhatIsSet() {
        assertThat(ScanQuality.ANY.judge(UNKNOWN, NOW)).isEmpty();
        assertThat(ALL.judge(UNKNOWN, NOW))
                .hasSize(3)
                .allSatisfy(verdict -> assertThat(verdict.result()).isEqualTo(Gate.Result.FAILURE));
    }

    @Test
    void decidesTheVerdictOnTheBuild() {
        RecordSummary bad = new RecordSummary(StateCounts.NONE, Verdict.NONE).ofQuality(ALL.judge(UNKNOWN, NOW));
        assertThat(bad.verdict().outcome()).isEqualTo(Verdict.Outcome.FAILED);
        assertThat(bad.verdict().passed()).as("a reference").isFalse();
        assertThat(bad.ofNothing().verdict().quality()).hasSize(3);
        assertThat(bad.verdict().ofIncomplete().quality()).hasSize(3);
        assertThat(RecordSummary.parse(bad.toText())).isEqualTo(bad);

        ScanQuality mild = new ScanQuality(95, 0, 0, Gate.Result.UNSTABLE);
        Verdict unstable = Verdict.NONE.ofQuality(mild.judge(UNKNOWN, NOW));
        assertThat(unstable.outcome()).isEqualTo(Verdict.Outcome.UNSTABLE);
        assertThat(unstable.passed()).isFalse();

        Verdict good = Verdict.NONE.ofQuality(mild.judge(facts(new CheckedHosts(20, 19, List.of(), 1, true, 0)), NOW));
        assertThat(good.outcome()).isEqualTo(Verdict.Outcome.PASSED);
        assertThat(good.passed()).isTrue();
    }

    @Test
    void isNotReadWithoutItsState() {
        String text = new RecordSummary(StateCounts.NONE, Verdict.NONE)
                .ofQuality(feed().judge(UNKNOWN, NOW))
                .toText();
        assertThat(text).contains("state:\"VIOLATED\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordSummary.parse(text.replace("state:", "other:")))
                .withMessage("The stored summary of the findings is incomplete.");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 100.1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesOtherPercentages(double percentage) {
        String allowed = " is not allowed; use a percentage above 0 and up to 100, or 0 to skip this condition.";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScanQuality(percentage, 0, 0, Gate.Result.UNSTABLE))
                .withMessageStartingWith("authenticatedHosts \"")
                .withMessageEndingWith(allowed);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScanQuality(0, percentage, 0, Gate.Result.UNSTABLE))
                .withMessageStartingWith("scannedTargets \"")
                .withMessageEndingWith(allowed);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3_651})
    void refusesOtherDays(int days) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScanQuality(0, 0, days, Gate.Result.UNSTABLE))
                .withMessage("pluginFeedDays \"" + days
                        + "\" is not allowed; use a whole number of days from 1 to 3650, or 0 to allow any age.");
    }

    @Test
    void refusesOtherResults() {
        assertThat(ScanQuality.result("Failure")).isEqualTo(Gate.Result.FAILURE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScanQuality.result("stage"))
                .withMessage("Unknown scanQuality.result \"stage\". Use unstable or failure.");
    }

    private static void assertViolated(QualityVerdict verdict, String sentence) {
        assertThat(verdict.sentence()).isEqualTo(sentence);
        assertThat(verdict.violated()).isTrue();
    }

    private static QualityVerdict only(ScanQuality quality, ScanFacts facts) {
        assertThat(quality.judge(facts, NOW)).hasSize(1);
        return quality.judge(facts, NOW).get(0);
    }

    private static ScanQuality feed() {
        return new ScanQuality(0, 0, 7, Gate.Result.UNSTABLE);
    }

    private static ScanFacts facts(CheckedHosts checked) {
        return new ScanFacts(checked, true, OptionalLong.empty(), OptionalLong.empty(), Optional.empty());
    }

    private static ScanFacts served(Instant feed) {
        return new ScanFacts(CheckedHosts.NONE, true, OptionalLong.empty(), OptionalLong.empty(), Optional.of(feed));
    }

    private static ScanFacts reached(boolean single, OptionalLong reached, OptionalLong addresses) {
        return new ScanFacts(CheckedHosts.NONE, single, reached, addresses, Optional.empty());
    }
}
