package io.jenkins.plugins.securitycenter.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.SampleFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerificationResultTest {

    private static final String NO_LOGIN = CheckObstacle.NO_LOGIN.reason();

    private final List<VerifiedFinding> findings = new ArrayList<>();

    @Test
    void saysItInOneSentence() {
        add(14, "web", FindingState.FIXED);
        add(2, "web", FindingState.OUTSTANDING);
        findings.add(VerifiedFinding.notChecked(on("db1"), NO_LOGIN));
        VerificationResult result = new VerificationResult(findings);

        assertThat(result.sentence())
                .isEqualTo("14 of 17 fixed, 2 still there, 1 could not be checked (db1: the scanner did not log in to"
                        + " its host).");
        assertThat(result.fixed()).isEqualTo(14);
        assertThat(result.stillThere()).isEqualTo(2);
        assertThat(result.notChecked()).isEqualTo(1);
    }

    @Test
    void leavesOutWhatThereIsNot() {
        add(3, "web", FindingState.FIXED);

        assertThat(new VerificationResult(findings).sentence()).isEqualTo("3 of 3 fixed.");
    }

    @Test
    void namesAFewHosts() {
        for (int host = 1; host <= 1_200; host++) {
            findings.add(VerifiedFinding.notChecked(on("db" + host), NO_LOGIN));
            findings.add(VerifiedFinding.notChecked(on("db" + host), NO_LOGIN));
        }

        assertThat(new VerificationResult(findings).sentence())
                .startsWith("0 of 2,400 fixed, 2,400 could not be checked (db1: ")
                .endsWith("; and 1,197 more).");
    }

    @Test
    void reasonsNameTheHosts() {
        for (int host = 1; host <= 12; host++) {
            findings.add(VerifiedFinding.notChecked(on("db" + host), NO_LOGIN));
        }
        findings.add(VerifiedFinding.notChecked(on("web"), CheckObstacle.PORT.reason()));

        assertThat(new VerificationResult(findings).reasons())
                .containsExactly(
                        "Not checked (the scanner did not log in to its host): 12 findings on db1, db2, db3, db4, db5,"
                                + " db6, db7, db8, db9, db10, and 2 more.",
                        "Not checked (its port was not scanned): 1 finding on web.");
    }

    @Test
    void nameOfAHostIsOneShortLine() {
        findings.add(VerifiedFinding.notChecked(on("db\n\u202EFinished: SUCCESS" + "a".repeat(1_000)), NO_LOGIN));
        VerificationResult result = new VerificationResult(findings);

        assertThat(result.sentence()).doesNotContain("\n", "\u202E").hasSizeLessThan(250);
        assertThat(result.reasons()).allMatch(reason -> reason.length() < 250 && !reason.contains("\n"));
    }

    @Test
    void summaryCountsTheStates() {
        add(14, "web", FindingState.FIXED);
        add(2, "web", FindingState.OUTSTANDING);
        findings.add(VerifiedFinding.notChecked(on("db1"), NO_LOGIN));
        RecordSummary summary = new VerificationResult(findings).summary(Optional.of(Gate.Result.FAILURE));

        assertThat(summary.changes().total().total()).isEqualTo(2);
        assertThat(summary.changes().fixed().total()).isEqualTo(14);
        assertThat(summary.changes().notChecked().total()).isEqualTo(1);
        assertThat(summary.verdict().outcome()).isEqualTo(Verdict.Outcome.FAILED);
        assertThat(summary.verdict().quality().get(0).sentence()).endsWith("its host)");
    }

    /** A finding of which nothing is known is no better than one that is still there. */
    @Test
    void passesOnlyIfAllAreFixed() {
        add(1, "web", FindingState.FIXED);
        assertThat(outcome()).isEqualTo(Verdict.Outcome.PASSED);
        findings.add(VerifiedFinding.notChecked(on("db1"), NO_LOGIN));
        assertThat(outcome()).isEqualTo(Verdict.Outcome.UNSTABLE);
        assertThat(new VerificationResult(findings)
                        .summary(Optional.empty())
                        .verdict()
                        .outcome())
                .isEqualTo(Verdict.Outcome.INACTIVE);
    }

    private Verdict.Outcome outcome() {
        return new VerificationResult(findings)
                .summary(Optional.of(Gate.Result.UNSTABLE))
                .verdict()
                .outcome();
    }

    @Test
    void onlyWhatWasNotCheckedHasAReason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VerifiedFinding(on("web"), FindingState.FIXED, NO_LOGIN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VerifiedFinding(on("web"), FindingState.NOT_SCANNED, ""));
    }

    private void add(int number, String host, FindingState state) {
        for (int i = 0; i < number; i++) {
            findings.add(new VerifiedFinding(on(host), state, ""));
        }
    }

    private static Finding on(String host) {
        return SampleFinding.finding()
                .host(new Host("192.0.2.1", "", host, "", "", ""))
                .build();
    }
}
