package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes JSON for DefectDojo's Generic Findings Import. Accepted and suppressed findings are inactive with an accepted
 * risk, fixed findings are mitigated; findings on hosts that were not scanned are omitted.
 */
final class DefectDojoWriter implements FindingWriter {

    private final SafeJsonGenerator json;
    private final ExportOptions options;
    private final List<String> warnings = new ArrayList<>();

    DefectDojoWriter(OutputStream stream, ExportOptions options) throws IOException {
        this.options = options;
        json = SafeJsonGenerator.to(stream);
        if (options.partial()) {
            warnings.add("The scan is partial: it did not reach all of its targets.");
        }
    }

    @Override
    public void begin() throws IOException {
        json.writeStartObject();
        json.writeStringField("name", "SecurityCenter");
        json.writeStringField("type", "SecurityCenter");
        json.writeText("version", options.version());
        json.writeArrayFieldStart("findings");
    }

    @Override
    public void write(RecordedFinding recorded) throws IOException {
        if (recorded.state().exported()) {
            new DefectDojoFinding(json, recorded).write();
        }
    }

    @Override
    public void nothingScanned() {
        warnings.add("No host was scanned, so it is unknown whether there are vulnerabilities.");
    }

    @Override
    public void end() throws IOException {
        json.writeEndArray();
        json.writeText("description", String.join(" ", warnings));
        json.writeEndObject();
        json.flush();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
