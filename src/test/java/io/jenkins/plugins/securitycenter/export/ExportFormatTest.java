package io.jenkins.plugins.securitycenter.export;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportFormatTest {

    @Test
    void readsNamesInAnyCase() {
        assertThat(ExportFormat.parse("Sarif")).isEqualTo(ExportFormat.SARIF);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExportFormat.parse("pdf"))
                .withMessage("Unknown export format \"pdf\". Use sarif, junit, csv, jsonl or defectdojo.");
    }

    @ParameterizedTest
    @EnumSource
    void closesTheStreamOnceTheWriterIsClosed(ExportFormat format) throws IOException {
        AtomicInteger closed = new AtomicInteger();
        ByteArrayOutputStream stream = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        try (FindingWriter writer = format.writer(stream, ExportOptions.DEFAULT)) {
            writer.begin();
            writer.write(new RecordedFinding(finding().build(), FindingState.NEW));
            writer.end();
            assertThat(closed).hasValue(0);
        }
        assertThat(closed).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void releasesEverythingWhenAnExportIsAborted(ExportFormat format) throws IOException {
        FindingWriter writer = format.writer(new ByteArrayOutputStream(), ExportOptions.DEFAULT);
        writer.begin();
        writer.write(new RecordedFinding(finding().build(), FindingState.NEW));

        writer.close();
        writer.close();
    }

    @ParameterizedTest
    @EnumSource
    void isNotValidWithoutItsEnd(ExportFormat format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FindingWriter writer = format.writer(bytes, ExportOptions.DEFAULT)) {
            writer.begin();
            writer.write(new RecordedFinding(finding().build(), FindingState.NEW));
        }
        String text = bytes.toString(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> read(format, text)).isNotNull();
    }

    private static void read(ExportFormat format, String text) throws IOException {
        switch (format) {
            case SARIF, DEFECTDOJO -> new ObjectMapper().readTree(text);
            case JSONL ->
                new ObjectMapper().readerFor(JsonNode.class).readValues(text).readAll();
            case CSV -> CsvFile.lines(text);
            case JUNIT -> new JUnitDocument(text);
        }
    }
}
