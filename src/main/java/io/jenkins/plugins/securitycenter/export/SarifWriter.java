package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes SARIF 2.1.0 with a single run. The results come first. The rules, one for each plugin, are kept in a temporary
 * file until all results are written, so that memory grows with neither.
 *
 * <p>SARIF describes files, and hosts are not files: the artifact is a relative URI derived from the host name, which
 * GitHub and the Warnings plugin of Jenkins accept, and the logical location contains host, port and protocol. Fixed
 * findings have the baseline state {@code absent}. Findings on hosts that were not scanned are omitted.
 */
final class SarifWriter implements FindingWriter {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final SafeJsonGenerator json;
    private final ExportOptions options;
    private final SarifRules rules;
    private final List<String> warnings = new ArrayList<>();

    SarifWriter(OutputStream stream, ExportOptions options) throws IOException {
        this.options = options;
        json = SafeJsonGenerator.to(stream);
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
        Finding finding = recorded.finding();
        new SarifResult(json, finding, recorded.suppression()).write(recorded.state(), rules.index(finding));
    }

    @Override
    public void nothingScanned() {
        warnings.add("No host was scanned, so it is unknown whether there are vulnerabilities.");
    }

    @Override
    public void end() throws IOException {
        json.writeEndArray();
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "SecurityCenter");
        json.writeText("version", options.version());
        json.writeFieldName("rules");
        rules.copyTo(json);
        json.writeEndObject();
        json.writeEndObject();
        if (!warnings.isEmpty()) {
            writeInvocation();
        }
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }

    private void writeInvocation() throws IOException {
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField("executionSuccessful", false);
        json.writeArrayFieldStart("toolExecutionNotifications");
        for (String warning : warnings) {
            json.writeStartObject();
            json.writeStringField("level", "warning");
            SarifRules.writeMessage(json, "message", warning);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    @Override
    public void close() throws IOException {
        try (rules) {
            json.close();
        }
    }
}
