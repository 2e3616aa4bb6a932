package io.jenkins.plugins.securitycenter.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.findings.FindingFileWriter;
import io.jenkins.plugins.securitycenter.findings.RiskFilter;
import io.jenkins.plugins.securitycenter.findings.TableFilter;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import io.jenkins.plugins.securitycenter.model.SampleFinding;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.record.RecordChoice;
import io.jenkins.plugins.securitycenter.suppression.Suppression;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationSelectionTest {

    private static final String NAME = "Record \"securitycenter\" of job#7";
    private static final Finding HIGH =
            SampleFinding.finding().severity(Severity.HIGH).port(443).build();
    private static final Finding LOW =
            SampleFinding.finding().severity(Severity.LOW).port(22).build();
    private static final Finding SUPPRESSED =
            SampleFinding.finding().severity(Severity.HIGH).port(8443).build();
    private static final Finding UNCHECKED =
            SampleFinding.finding().severity(Severity.HIGH).port(8080).build();

    @TempDir
    Path directory;

    @Test
    void selectsTheCurrentFindingsThatCount() throws Exception {
        assertThat(read(TableFilter.CURRENT)).containsExactly(HIGH, LOW);
    }

    @Test
    void selectsAsThePageDoes() throws Exception {
        assertThat(read(TableFilter.CURRENT.withSeverities(Set.of(Severity.HIGH))))
                .containsExactly(HIGH);
        assertThat(read(TableFilter.CURRENT.withChanges(Set.of(FindingState.NOT_CHECKED))))
                .containsExactly(UNCHECKED);
    }

    @Test
    void selectsSuppressedFindingsByTheirFingerprints() throws Exception {
        assertThat(read(TableFilter.CURRENT, fingerprint(SUPPRESSED), fingerprint(LOW)))
                .containsExactlyInAnyOrder(SUPPRESSED, LOW);
    }

    @Test
    void leavesOutTheDescriptionsOfAnotherJob() throws Exception {
        assertThat(selection(TableFilter.CURRENT).read(file(), NAME, true))
                .extracting(recorded -> recorded.finding().plugin().description())
                .containsOnly("");
    }

    /** A fingerprint that is not found must not be dropped: the finding would seem to be fixed. */
    @Test
    void eachFingerprintMustBeFound() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(TableFilter.CURRENT, fingerprint(HIGH), "0123456789abcdef"))
                .withMessage(
                        NAME + " has no finding with the fingerprint 0123456789abcdef; take the fingerprint from an"
                                + " export of that record, or from the page of the finding.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(TableFilter.CURRENT.withSeverities(Set.of(Severity.LOW)), fingerprint(HIGH)))
                .withMessageContaining(" that matches severity Low, 1 fingerprint; ");
    }

    @Test
    void nothingToVerifyIsAMistake() {
        TableFilter filter = new TableFilter(
                Set.of(Severity.LOW, Severity.CRITICAL),
                Set.of(FindingState.FIXED),
                "1",
                "db1",
                -1,
                false,
                "",
                "",
                false,
                new RiskFilter(true, 0, false, true),
                "",
                "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(filter))
                .withMessage(
                        NAME + " has no finding that matches severity Critical or Low, change fixed, plugin 1, host"
                                + " db1, known exploited, overdue, so there is nothing to verify; select other findings.");
    }

    @Test
    void numberOfFindingsIsLimited() throws Exception {
        List<RecordedFinding> many = IntStream.rangeClosed(1, 20_001)
                .mapToObj(port -> recorded(SampleFinding.finding().port(port).build(), FindingState.NEW))
                .toList();
        Path file = write(many);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> selection(TableFilter.CURRENT).read(file, NAME, false))
                .withMessage(NAME + " has 20,001 findings that match all current findings, but at most 20,000 can be"
                        + " verified at once; select fewer findings.");
    }

    @Test
    void missingFileIsTold() {
        assertThatIOException()
                .isThrownBy(() -> selection(TableFilter.CURRENT).read(directory.resolve("none.findings"), NAME, false))
                .withMessageContaining("missing");
    }

    private List<Finding> read(TableFilter filter, String... fingerprints) throws IOException {
        return new VerificationSelection(new RecordChoice("", "", "securitycenter"), filter, Set.of(fingerprints))
                .read(file(), NAME, false).stream()
                        .map(RecordedFinding::finding)
                        .toList();
    }

    private static VerificationSelection selection(TableFilter filter) {
        return new VerificationSelection(new RecordChoice("", "", "securitycenter"), filter, Set.of());
    }

    private Path file() throws IOException {
        Suppression rule = new Suppression("plugin 10107", LocalDate.of(2027, 1, 31), "known");
        return write(List.of(
                recorded(HIGH, FindingState.NEW),
                recorded(LOW, FindingState.OUTSTANDING),
                new RecordedFinding(SUPPRESSED, FindingState.NEW, Optional.of(rule), Optional.empty(), false),
                recorded(UNCHECKED, FindingState.NOT_CHECKED)));
    }

    private Path write(List<RecordedFinding> findings) throws IOException {
        Path file = directory.resolve("record.findings");
        try (FindingFileWriter writer = new FindingFileWriter(file)) {
            writer.begin();
            for (RecordedFinding finding : findings) {
                writer.write(finding);
            }
            writer.end();
        }
        return file;
    }

    private static RecordedFinding recorded(Finding finding, FindingState state) {
        return new RecordedFinding(finding, state);
    }

    private static String fingerprint(Finding finding) {
        return Fingerprint.text(Fingerprint.of(finding));
    }
}
