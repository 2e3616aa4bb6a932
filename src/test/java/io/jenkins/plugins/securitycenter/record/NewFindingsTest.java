package io.jenkins.plugins.securitycenter.record;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.findings.FindingFileWriter;
import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFindingsTest {

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void store() throws IOException {
        file = StoredFindings.file(directory, "weekly");
        try (FindingFileWriter writer = new FindingFileWriter(file)) {
            writer.begin();
            writer.write(new RecordedFinding(finding().severity(Severity.HIGH).build(), FindingState.NEW));
            writer.write(new RecordedFinding(
                    finding().severity(Severity.CRITICAL).port(80).build(), FindingState.NEW));
            writer.write(new RecordedFinding(
                    finding().severity(Severity.CRITICAL).port(81).build(), FindingState.OUTSTANDING));
            for (int i = 0; i < 1_200; i++) {
                writer.write(new RecordedFinding(
                        finding().severity(Severity.LOW).plugin("" + i).build(), FindingState.NEW));
            }
            writer.end();
        }
    }

    @Test
    void listsTheWorstFirst() throws IOException {
        List<Map<String, Object>> findings = NewFindings.of(file, Severity.HIGH);
        assertThat(findings).extracting(found -> found.get("severity")).containsExactly("Critical", "High");
        assertThat(findings.get(0))
                .containsEntry("pluginId", "10107")
                .containsEntry("pluginName", "HTTP Server Type")
                .containsEntry("ip", "192.0.2.1")
                .containsEntry("dnsName", "web.example.com")
                .containsEntry("port", 80)
                .containsEntry("cvss", 7.5)
                .containsEntry("cves", List.of("CVE-2020-0001"));
    }

    @Test
    void listsNoMoreThanAScriptShouldKeep() throws IOException {
        assertThat(NewFindings.of(file, Severity.INFO)).hasSize(NewFindings.MOST);
    }

    @Test
    void canBeKeptWithABuild() throws IOException {
        try (ObjectOutputStream stream = new ObjectOutputStream(new ByteArrayOutputStream())) {
            stream.writeObject(NewFindings.of(file, Severity.HIGH));
        }
    }
}
