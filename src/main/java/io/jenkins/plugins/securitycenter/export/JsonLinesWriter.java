package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.suppression.Suppression;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Writes one JSON object per line, with all properties of a finding. Every line has the same fields. Unknown strings
 * are empty, unknown numbers, dates and times are null.
 */
final class JsonLinesWriter implements FindingWriter {

    /** The version of {@code docs/findings.schema.json}. It changes if a field is removed or gets another meaning. */
    static final int SCHEMA_VERSION = 1;

    /** The last line of a file that has no end of its own, if it was closed before its end. It is not valid. */
    static final String INCOMPLETE = "The file is incomplete: findings could not be read or written.";

    private static final int BUFFER = 1 << 16;

    private final SafeJsonGenerator json;
    private final ExportOptions options;
    private final PluginParts plugins = new PluginParts(plugin -> new byte[][] {encode(plugin)});
    private boolean ended;

    JsonLinesWriter(OutputStream stream, ExportOptions options) throws IOException {
        this.options = options;
        json = SafeJsonGenerator.to(new BufferedOutputStream(stream, BUFFER));
        json.setRootValueSeparator(null);
    }

    @Override
    public void begin() {
        // there is no header
    }

    @Override
    public void write(RecordedFinding recorded) throws IOException {
        Finding finding = recorded.finding();
        json.writeStartObject();
        json.writeNumberField("schemaVersion", SCHEMA_VERSION);
        options.build().write(json, options.id());
        json.writeStringField("fingerprint", Fingerprint.text(Fingerprint.of(finding)));
        json.writeStringField("change", recorded.state().word());
        json.writeStringField("severity", finding.severity().label());
        json.writeFieldName("plugin");
        json.writeEncoded(plugins.of(finding.plugin())[0]);
        JsonFields.identity(json, finding.host());
        JsonFields.place(json, finding);
        JsonFields.risk(json, finding.risk());
        json.writeStringField("acceptedComment", finding.risk().acceptedComment());
        JsonFields.threat(json, finding.plugin());
        JsonFields.date(json, "dueDate", recorded.dueDate());
        json.writeBooleanField("overdue", recorded.overdue());
        json.writeTime("firstSeen", finding.firstSeen());
        json.writeTime("lastSeen", finding.lastSeen());
        json.writeStringField("output", finding.output());
        write(recorded.suppression());
        json.writeBooleanField("partialScan", options.partial());
        json.writeEndObject();
        json.writeRaw('\n');
    }

    @Override
    public boolean takesMissing() {
        return options.missing();
    }

    @Override
    public void end() throws IOException {
        json.flush();
        ended = true;
    }

    @Override
    public void close() throws IOException {
        try (json) {
            if (!ended) {
                ended = true;
                json.writeRaw('\n' + INCOMPLETE);
            }
        }
    }

    private void write(Optional<Suppression> suppression) throws IOException {
        json.writeBooleanField("suppressed", suppression.isPresent());
        JsonFields.date(json, "suppressedUntil", suppression.map(Suppression::until));
        json.writeStringField(
                "suppressionRule", suppression.map(Suppression::rule).orElse(""));
        json.writeStringField(
                "suppressionReason", suppression.map(Suppression::reason).orElse(""));
    }

    private static byte[] encode(Plugin plugin) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SafeJsonGenerator json = SafeJsonGenerator.to(bytes)) {
            json.writeStartObject();
            json.writeStringField("id", plugin.id());
            json.writeStringField("name", plugin.name());
            json.writeStringField("family", plugin.family());
            json.writeStringField("synopsis", plugin.synopsis());
            json.writeStringField("description", plugin.description());
            json.writeStringField("solution", plugin.solution());
            json.writeTexts("cves", plugin.cves());
            json.writeTexts("seeAlso", plugin.seeAlso());
            json.writeTexts("xrefs", plugin.xrefs());
            json.writeStringField("checkType", EnumWords.of(plugin.checkType()));
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
