package io.jenkins.plugins.securitycenter.assistant;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.HostileTexts;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingExplanationTest {

    private static final Finding HOSTILE = HostileTexts.of(HostileTexts.MARKUP);

    @Test
    void saysWhyAFindingCounts() {
        RecordedFinding overdue = new RecordedFinding(
                HOSTILE, FindingState.NEW, Optional.empty(), Optional.of(LocalDate.of(2026, 3, 1)), true);
        assertThat(new FindingExplanation(overdue, "job#3").sentences())
                .containsExactly(
                        "It is new: the reference build job#3 does not have it.",
                        "A rule in SecurityCenter has changed its severity.",
                        "An exploit is available.",
                        "It is overdue: it should have been fixed by 2026-03-01.");
    }

    @Test
    void saysWhatIsNotKnown() {
        assertThat(sentences(FindingState.NOT_CHECKED))
                .startsWith(
                        "It is unknown whether it is fixed: the reference build job#3 has it, but this scan could not"
                                + " check it.");
        assertThat(new FindingExplanation(new RecordedFinding(finding().build(), FindingState.UNKNOWN), "").sentences())
                .containsExactly(
                        "It is unknown whether it is new, because the record was not compared with another build.");
    }

    @Test
    void saysThatADueDateIsNotKnown() {
        RecordedFinding overdue =
                new RecordedFinding(finding().build(), FindingState.NEW, Optional.empty(), Optional.empty(), true);
        assertThat(new FindingExplanation(overdue, "job#3").sentences())
                .containsExactly(
                        "It is new: the reference build job#3 does not have it.",
                        "It counts as overdue, because it is unknown when it is due.");
    }

    @Test
    void doesNotSayThatThisScanCouldHaveFoundAVerifiedFinding() {
        assertThat(sentences(FindingState.FIXED))
                .startsWith(
                        "It is fixed: the reference build job#3 has it, but this scan, or a verification before it, checked it"
                                + " and did not find it.");
    }

    @ParameterizedTest
    @EnumSource
    void quotesNoScannedHost(FindingState state) {
        assertThat(sentences(state)).noneMatch(sentence -> sentence.contains("alert"));
    }

    private static List<String> sentences(FindingState state) {
        return new FindingExplanation(new RecordedFinding(HOSTILE, state), "job#3").sentences();
    }
}
