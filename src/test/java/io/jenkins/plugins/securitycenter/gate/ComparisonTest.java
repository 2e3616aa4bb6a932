package io.jenkins.plugins.securitycenter.gate;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

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
}
