package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.text.Digits;
import io.jenkins.plugins.securitycenter.text.TextSanitizer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes SARIF 2.1.0 with a single run. The worst findings come first; they and the rules, one for each plugin, are kept
 * in temporary files, so that memory does not grow with the number of findings.
 *
 * <p>SARIF describes files, and hosts are not files: the artifact is a relative URI derived from the host name, which
 * GitHub and the Warnings plugin of Jenkins accept, and the logical location contains host, port and protocol.
 * Accepted, suppressed and fixed findings are omitted by default, because GitHub ignores the properties that tell them
 * apart; fixed findings have the baseline state {@code absent}. Findings on hosts that were not scanned are omitted.
 */
final class SarifWriter implements FindingWriter {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    /** GitHub rejects files of more than 10 MB when compressed; this leaves room for one more result. */
    private static final long MOST_COMPRESSED_BYTES = 9_500_000;

    private final CompressedSize size;
    private final SafeJsonGenerator json;
    private final ExportOptions options;
    private final WorstFindings worst;
    private final SarifRules rules;
    private final List<String> warnings = new ArrayList<>();
    private final List<String> omissions = new ArrayList<>();

    private long excluded;
    private long written;
    private boolean full;

    SarifWriter(OutputStream stream, ExportOptions options) throws IOException {
        this.options = options;
        size = new CompressedSize(stream);
        json = SafeJsonGenerator.to(size);
        worst = new WorstFindings(options.sarif().limit());
        rules = new SarifRules();
        if (options.partial()) {
            warnings.add("The scan is partial: it did not reach all of its targets.");
        }
    }

    @Override
    public void begin() throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        json.writeObjectFieldStart("automationDetails");
        json.writeStringField("id", options.id() + "/");
        json.writeEndObject();
        json.writeArrayFieldStart("results");
    }

    @Override
    public void write(RecordedFinding recorded) throws IOException {
        if (!recorded.state().exported()) {
            return;
        }
        if (options.sarif().includes(recorded)) {
            worst.add(recorded.withOutput(TextSanitizer.cut(recorded.finding().output(), SarifMessage.LONGEST)));
        } else {
            excluded++;
        }
    }

    @Override
    public void nothingScanned() {
        warnings.add("No host was scanned, so it is unknown whether there are vulnerabilities.");
    }

    @Override
    public void end() throws IOException {
        worst.drain((key, recorded) -> writeResult(recorded));
        json.writeEndArray();
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "SecurityCenter");
        json.writeText("version", options.version());
        json.writeFieldName("rules");
        rules.copyTo(json);
        json.writeEndObject();
        json.writeEndObject();
        noteOmissions();
        if (!warnings.isEmpty() || !omissions.isEmpty()) {
            writeInvocation();
        }
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }

    @Override
    public List<String> omissions() {
        return List.copyOf(omissions);
    }

    private void writeResult(RecordedFinding recorded) throws IOException {
        full = full || size.bytes() + rules.compressedBytes() > MOST_COMPRESSED_BYTES;
        if (!full) {
            int rule = rules.index(recorded.finding());
            new SarifResult(json, recorded).write(rule);
            written++;
        }
    }

    private void noteOmissions() {
        if (written < worst.total()) {
            String reason = full
                    ? "services reject files of more than 10 MB when compressed"
                    : "a SARIF file contains at most " + count(options.sarif().limit());
            omissions.add(count(worst.total() - written) + " of " + count(worst.total()) + " findings are left out: "
                    + reason + ". The " + count(written) + " worst are included.");
        }
        if (excluded > 0) {
            omissions.add(count(excluded)
                    + " accepted, suppressed or fixed findings are left out; set sarifAll: true to include them.");
        }
    }

    private static String count(long number) {
        return Digits.grouped(number);
    }

    private void writeInvocation() throws IOException {
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField("executionSuccessful", warnings.isEmpty());
        json.writeArrayFieldStart("toolExecutionNotifications");
        for (String warning : warnings) {
            writeNotification("warning", warning);
        }
        for (String omission : omissions) {
            writeNotification("note", omission);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void writeNotification(String level, String text) throws IOException {
        json.writeStartObject();
        json.writeStringField("level", level);
        SarifMessage.write(json, "message", text);
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        try (json;
                rules) {
            worst.close();
        }
    }
}
