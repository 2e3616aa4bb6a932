package io.jenkins.plugins.securitycenter.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.SampleFinding;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A finding of the reference was verified as fixed since. */
class VerifiedComparisonTest {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private final Comparison comparison = Comparison.withReference();
    private final Finding finding = SampleFinding.finding().build().firstSeenAt(FIRST);

    @BeforeEach
    void remember() {
        comparison.rememberFixed(finding);
    }

    @Test
    void isNewIfItIsFoundAgainButKeepsItsAge() {
        Finding again = finding.firstSeenAt(FIRST.plusSeconds(86_400));

        assertThat(comparison.accept(again)).isEqualTo(FindingState.NEW);
        assertThat(comparison.dated(again).firstSeen()).contains(FIRST);
        assertThat(comparison.slot()).isNegative();
        assertThat(comparison.isCurrent(finding)).isTrue();
        assertThat(comparison.recheck(finding, FindingState.FIXED)).isEqualTo(FindingState.OUTSTANDING);
        assertThat(comparison.changes().fixed().total()).isZero();
        assertThat(comparison.changes().outstanding().total()).isZero();
    }

    /** The host has no name this time. */
    @Test
    void isNewAndNotFixedIfItIsFoundAgainOnASimilarHost() {
        Finding again = SampleFinding.finding().ip("192.0.2.1").build().firstSeenAt(FIRST.plusSeconds(86_400));

        assertThat(comparison.accept(again)).isEqualTo(FindingState.NEW);
        assertThat(comparison.dated(again).firstSeen()).contains(FIRST);
        assertThat(comparison.slot()).isNegative();
        assertThat(comparison.isCurrent(finding)).isTrue();
    }

    /** It does not match the filters any more. */
    @Test
    void isNotFixedIfItIsFilteredOut() {
        assertThat(comparison.hasMissing()).isTrue();
        assertThat(comparison.isMissing(finding)).isTrue();
        assertThat(comparison.filterOut(finding)).isTrue();
        assertThat(comparison.missing(finding, true)).isEqualTo(FindingState.NOT_CHECKED);
        assertThat(comparison.accept(finding)).isEqualTo(FindingState.NEW);
    }

    @Test
    void isFixedIfItIsNotFoundAgain() {
        assertThat(comparison.isCurrent(finding)).isFalse();
        assertThat(comparison.recheck(finding, FindingState.FIXED)).isEqualTo(FindingState.FIXED);
        assertThat(comparison.changes().fixed().total()).isEqualTo(1);
    }
}
