package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.gate.ScannedHost;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * The scanned hosts as one JSON object per line. Every line has the same fields, named as those of findings. Unknown
 * strings are empty.
 */
public record HostLines(List<ScannedHost> hosts, ExportOptions options) {

    /** The version of {@code docs/hosts.schema.json}. It changes if a field is removed or gets another meaning. */
    static final int SCHEMA_VERSION = 1;

    public HostLines {
        hosts = List.copyOf(hosts);
    }

    /** Writes all lines and closes the stream. */
    public void write(OutputStream stream) throws IOException {
        try (SafeJsonGenerator json = SafeJsonGenerator.to(stream)) {
            json.setRootValueSeparator(null);
            for (ScannedHost host : hosts) {
                write(json, host);
            }
        }
    }

    private void write(SafeJsonGenerator json, ScannedHost scanned) throws IOException {
        json.writeStartObject();
        json.writeNumberField("schemaVersion", SCHEMA_VERSION);
        options.build().write(json, options.id());
        json.writeStringField(
                "fingerprint",
                Fingerprint.text(Fingerprint.of(scanned.repository().id(), scanned.host())));
        JsonFields.identity(json, scanned.host());
        JsonFields.repository(json, scanned.repository());
        json.writeFlag("loggedIn", scanned.loggedIn());
        json.writeStringField("reason", scanned.reason());
        json.writeBooleanField("partialScan", options.partial());
        json.writeEndObject();
        json.writeRaw('\n');
    }
}
