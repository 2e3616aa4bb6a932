package io.jenkins.plugins.securitycenter.export;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.suppression.Suppression;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every format says that a finding is suppressed, until when and why. */
class SuppressedExportTest {

    @Test
    void junitSkipsTheTest() throws IOException {
        assertThat(text(ExportFormat.JUNIT))
                .contains("<skipped message=\"Suppressed until 2027-03-31: SEC-1234\"")
                .contains("failures=\"0\"")
                .doesNotContain("<failure");
    }

    @Test
    void csvHasColumnsForIt() throws IOException {
        assertThat(text(ExportFormat.CSV))
                .contains("\"suppressedUntil\",\"suppressionReason\"")
                .contains("\"2027-03-31\",\"SEC-1234\"");
    }

    @Test
    void jsonLinesHaveFieldsForIt() throws IOException {
        assertThat(text(ExportFormat.JSONL))
                .contains("\"suppressed\":true,\"suppressedUntil\":\"2027-03-31\","
                        + "\"suppressionRule\":\"plugin 10107\",\"suppressionReason\":\"SEC-1234\"");
    }

    @Test
    void sarifHasASuppression() throws IOException {
        assertThat(text(ExportFormat.SARIF).replaceAll("\\s+", ""))
                .contains("\"suppressions\":[{\"kind\":\"external\","
                        + "\"justification\":\"Suppresseduntil2027-03-31:SEC-1234\"}]");
    }

    private static String text(ExportFormat format) throws IOException {
        Suppression suppression = new Suppression("plugin 10107", LocalDate.of(2027, 3, 31), "SEC-1234");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FindingWriter writer = format.writer(bytes, Exports.everything())) {
            writer.begin();
            writer.write(new RecordedFinding(
                    finding().build(), FindingState.NEW, Optional.of(suppression), Optional.empty(), false));
            writer.end();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
