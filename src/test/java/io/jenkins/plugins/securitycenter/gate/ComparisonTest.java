package io.jenkins.plugins.securitycenter.gate;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    private static final Totals ONE_HIGH = Totals.NONE.plus(Severity.HIGH, 1);

    private final Finding finding = finding().build();
    private final Comparison comparison = Comparison.withReference();

    @Test
    void findsWhatIsNew() {
        assertThat(comparison.accept(finding)).isEqualTo(FindingState.NEW);
        assertThat(comparison.changes())
                .isEqualTo(new StateCounts(true, ONE_HIGH, ONE_HIGH, Totals.NONE, Totals.NONE, Totals.NONE));
    }

    @Test
    void findsWhatIsOutstanding() {
        comparison.remember(finding);

        assertThat(comparison.accept(finding)).isEqualTo(FindingState.OUTSTANDING);
        assertThat(comparison.recheck(finding, FindingState.FIXED)).isEqualTo(FindingState.OUTSTANDING);
        assertThat(comparison.changes())
                .isEqualTo(new StateCounts(true, ONE_HIGH, Totals.NONE, ONE_HIGH, Totals.NONE, Totals.NONE));
    }

    @Test
    void knowsWhetherAnythingIsMissing() {
        assertThat(Comparison.withReference().hasMissing()).isFalse();
        for (int port = 1; port <= 100; port++) {
            comparison.remember(finding().port(port).build());
        }
        for (int port = 1; port <= 100; port++) {
            assertThat(comparison.hasMissing()).isTrue();
            comparison.accept(finding().port(port).build());
        }
        assertThat(comparison.hasMissing()).isFalse();
    }

    @Test
    void refusesAFindingThatTheFirstPassDidNotContain() {
        comparison.remember(finding().port(1).build());
        comparison.accept(finding().port(1).build());

        Finding other = finding().port(2).build();
        assertThatThrownBy(() -> comparison.missing(other, true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The first pass did not contain this finding of the reference.");
    }

    @Test
    void doesNotCallFixedWhatIsFilteredOut() {
        comparison.remember(finding);
        comparison.scanned(finding);
        assertThat(comparison.missing(finding, true)).isEqualTo(FindingState.FIXED);

        assertThat(comparison.filterOut(finding)).isTrue();
        assertThat(comparison.filterOut(finding))
                .as("it is not missing any more")
                .isFalse();
        assertThat(comparison.missing(finding, true)).isEqualTo(FindingState.NOT_CHECKED);
        assertThat(comparison.accept(finding)).isEqualTo(FindingState.OUTSTANDING);
    }

    @Test
    void findsWhatIsFixed() {
        comparison.remember(finding);

        assertThat(comparison.recheck(finding, FindingState.FIXED)).isEqualTo(FindingState.FIXED);
        assertThat(comparison.changes())
                .isEqualTo(new StateCounts(true, Totals.NONE, Totals.NONE, Totals.NONE, ONE_HIGH, Totals.NONE));
    }

    @Test
    void leavesOutHostsThatWereNotScanned() {
        comparison.remember(finding);

        assertThat(comparison.recheck(finding, FindingState.NOT_SCANNED)).isEqualTo(FindingState.NOT_SCANNED);
        assertThat(comparison.changes())
                .isEqualTo(new StateCounts(true, Totals.NONE, Totals.NONE, Totals.NONE, Totals.NONE, ONE_HIGH));
    }

    @Test
    void keepsARecastFindingOutstandingWithItsNewSeverity() {
        comparison.remember(finding);

        assertThat(comparison.accept(finding().severity(Severity.LOW).build())).isEqualTo(FindingState.OUTSTANDING);
        assertThat(comparison.recheck(finding, FindingState.FIXED)).isEqualTo(FindingState.OUTSTANDING);
        assertThat(comparison.changes().outstanding()).isEqualTo(Totals.NONE.plus(Severity.LOW, 1));
        assertThat(comparison.changes().fixed()).isEqualTo(Totals.NONE);
    }

    @Test
    void keepsAnAcceptedFindingOutstanding() {
        Risk accepted = new Risk(
                false, OptionalDouble.empty(), 0, OptionalDouble.empty(), OptionalDouble.empty(), true, "", false);
        comparison.remember(finding);

        assertThat(comparison.accept(finding().risk(accepted).build())).isEqualTo(FindingState.OUTSTANDING);
    }

    @Test
    void seesThreeFixedAndThreeNewAlthoughTheSumIsTheSame() {
        for (int port = 1; port <= 3; port++) {
            comparison.remember(finding().port(port).build());
        }
        for (int port = 4; port <= 6; port++) {
            comparison.accept(finding().port(port).build());
        }
        for (int port = 1; port <= 3; port++) {
            comparison.recheck(finding().port(port).build(), FindingState.FIXED);
        }
        assertThat(comparison.changes().added().total()).isEqualTo(3);
        assertThat(comparison.changes().fixed().total()).isEqualTo(3);
        assertThat(comparison.changes().total().total()).isEqualTo(3);
    }

    @Test
    void countsEachFindingThatIsOneOfTheReference() {
        comparison.remember(finding);
        comparison.remember(finding);

        assertThat(comparison.accept(finding)).isEqualTo(FindingState.OUTSTANDING);
        assertThat(comparison.accept(finding)).isEqualTo(FindingState.OUTSTANDING);
        assertThat(comparison.changes().outstanding()).isEqualTo(ONE_HIGH.plus(Severity.HIGH, 1));
    }

    @Test
    void countsEachFindingThatIsFixed() {
        comparison.remember(finding);
        comparison.remember(finding);
        comparison.scanned(finding);
        comparison.recheck(finding, FindingState.FIXED);
        comparison.recheck(finding, FindingState.FIXED);

        assertThat(comparison.changes().fixed()).isEqualTo(ONE_HIGH.plus(Severity.HIGH, 1));
    }

    @Test
    void knowsTheHostsThatWereScanned() {
        comparison.remember(finding);
        assertThat(comparison.isScanned(finding)).isFalse();
        comparison.accept(finding().port(80).build());

        assertThat(comparison.isScanned(finding)).isTrue();
        assertThat(comparison.isCurrent(finding)).isFalse();
    }

    @Test
    void knowsTheHostsOfFindingsThatDoNotCount() {
        comparison.remember(finding);
        comparison.scanned(finding().port(80).build());

        assertThat(comparison.isScanned(finding)).isTrue();
        assertThat(comparison.changes().total()).isEqualTo(Totals.NONE);
    }

    @Test
    void knowsAfterARestartOnlyTheHostsThatWereScanned() {
        comparison.remember(finding);
        comparison.accept(finding);
        comparison.accept(finding().port(80).build());
        Comparison again = comparison.restarted();
        again.remember(finding);

        assertThat(again.isScanned(finding)).isTrue();
        assertThat(again.isCurrent(finding)).isFalse();
        assertThat(again.changes().total()).isEqualTo(Totals.NONE);
        assertThat(again.accept(finding().port(80).build())).isEqualTo(FindingState.NEW);
        assertThat(again.recheck(finding, FindingState.FIXED)).isEqualTo(FindingState.FIXED);
    }

    @Test
    void tellsRepositoriesApart() {
        comparison.remember(finding);
        Finding elsewhere = new Finding(
                finding.plugin(),
                finding.severity(),
                finding.host(),
                finding.port(),
                finding.protocol(),
                new ResourceReference("5", "Inside"),
                finding.risk(),
                finding.firstSeen(),
                finding.lastSeen(),
                "");

        assertThat(comparison.accept(elsewhere)).isEqualTo(FindingState.NEW);
        assertThat(comparison.recheck(finding, FindingState.NOT_SCANNED)).isEqualTo(FindingState.NOT_SCANNED);
    }

    @Test
    void countsSuppressedFindingsApart() {
        comparison.remember(finding);

        assertThat(comparison.acceptSuppressed(finding)).isEqualTo(FindingState.OUTSTANDING);
        assertThat(comparison.acceptSuppressed(finding().port(80).build())).isEqualTo(FindingState.NEW);
        assertThat(comparison.recheck(finding, FindingState.FIXED)).isEqualTo(FindingState.OUTSTANDING);
        assertThat(comparison.changes().suppressed()).isEqualTo(Totals.NONE.plus(Severity.HIGH, 2));
        assertThat(comparison.changes().total()).isEqualTo(Totals.NONE);
        assertThat(comparison.changes().outstanding()).isEqualTo(Totals.NONE);
    }

    /** For example a risk that was accepted: the server leaves it out of its answer. */
    @Test
    void countsAsCurrentWhatIsKept() {
        Finding other = finding().port(80).severity(Severity.LOW).build();
        comparison.remember(finding);
        comparison.remember(other);
        comparison.keep(finding, false);
        comparison.keep(other, true);

        assertThat(comparison.recheck(finding, FindingState.FIXED)).isEqualTo(FindingState.OUTSTANDING);
        assertThat(comparison.recheck(other, FindingState.FIXED)).isEqualTo(FindingState.OUTSTANDING);
        assertThat(comparison.changes().outstanding()).isEqualTo(ONE_HIGH);
        assertThat(comparison.changes().suppressed()).isEqualTo(Totals.NONE.plus(Severity.LOW, 1));
        assertThat(comparison.changes().fixed()).isEqualTo(Totals.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z, 2026-02-01T00:00:00Z, 2026-01-01T00:00:00Z",
        "2026-02-01T00:00:00Z, 2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00Z, , 2026-01-01T00:00:00Z",
        ", 2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
        ", , "
    })
    void datesAFindingFromTheFirstTimeThatItWasSeen(Instant before, Instant now, Instant expected) {
        comparison.remember(finding().firstSeen(before).build());
        Finding current = finding().firstSeen(now).build();
        comparison.accept(current);

        assertThat(comparison.dated(current).firstSeen()).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void datesAFindingOnAHostThatLostItsName() {
        Instant first = Instant.parse("2018-01-01T00:00:00Z");
        comparison.remember(finding().port(80).firstSeen(first).build());
        Finding unnamed = withoutName(80);
        comparison.accept(unnamed);

        assertThat(comparison.dated(unnamed)).isEqualTo(unnamed.firstSeenAt(first));
    }

    @Test
    void datesANewFindingByItself() {
        Finding other = finding().port(80).build();
        comparison.remember(finding().firstSeen(Instant.ofEpochSecond(1)).build());
        comparison.accept(finding);
        comparison.accept(other);

        assertThat(comparison.dated(other)).isEqualTo(other);
    }

    @Test
    void tellsWhichFindingOfTheReferenceMatched() {
        List<Finding> reference = IntStream.rangeClosed(1, 500)
                .mapToObj(port -> finding().port(port).build())
                .toList();
        reference.forEach(comparison::remember);
        Set<Integer> slots = new HashSet<>();
        for (Finding one : reference) {
            comparison.accept(one.port() % 2 == 0 ? one : withoutName(one.port()));

            assertThat(comparison.slot()).isEqualTo(comparison.slot(one)).isNotNegative();
            slots.add(comparison.slot());
        }
        comparison.accept(finding().port(501).build());

        assertThat(slots).as("one for each finding").hasSize(500);
        assertThat(comparison.slot()).isNegative();
    }

    @Test
    void refusesAFindingThatTheFirstPassDidNotHave() {
        assertThatIllegalStateException().isThrownBy(() -> comparison.recheck(finding, FindingState.FIXED));
    }

    @Test
    void saysNothingOfChangesWithoutAReference() {
        Comparison first = Comparison.withoutReference();

        assertThat(first.accept(finding)).isEqualTo(FindingState.UNKNOWN);
        assertThat(first.changes())
                .isEqualTo(new StateCounts(false, ONE_HIGH, Totals.NONE, Totals.NONE, Totals.NONE, Totals.NONE));
        first.scanned(finding);
        assertThatIllegalStateException().isThrownBy(() -> first.remember(finding));
    }

    private static Finding withoutName(int port) {
        return finding().ip("192.0.2.1").port(port).build();
    }
}
