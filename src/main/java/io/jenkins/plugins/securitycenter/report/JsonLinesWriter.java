package io.jenkins.plugins.securitycenter.report;

import io.jenkins.plugins.securitycenter.gate.Change;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import io.jenkins.plugins.securitycenter.model.Plugin;
import java.io.IOException;
import java.io.OutputStream;

/**
 * One JSON object on each line, with everything that is known of a finding. Every line has the same fields; texts that
 * are not known are empty, numbers and times null.
 */
final class JsonLinesWriter implements FindingWriter {

    private final CleanJson json;
    private final boolean partial;

    /** @param partial whether the scan is, of which every line tells */
    JsonLinesWriter(OutputStream stream, boolean partial) throws IOException {
        this.partial = partial;
        json = CleanJson.to(stream);
        json.setRootValueSeparator(null);
    }

    @Override
    public void begin() {
        // lines need no head
    }

    @Override
    public void write(Finding finding, Change change) throws IOException {
        json.writeStartObject();
        json.writeStringField("fingerprint", Fingerprint.text(Fingerprint.of(finding)));
        json.writeStringField("change", change.word());
        json.writeStringField("severity", finding.severity().label());
        write(finding.plugin());
        json.writeObjectFieldStart("host");
        JsonFields.host(json, finding.host());
        json.writeStringField("uniqueness", finding.host().uniqueness());
        json.writeEndObject();
        JsonFields.place(json, finding);
        JsonFields.risk(json, finding.risk());
        json.writeTime("firstSeen", finding.firstSeen());
        json.writeTime("lastSeen", finding.lastSeen());
        json.writeStringField("output", finding.output());
        json.writeBooleanField("partialScan", partial);
        json.writeEndObject();
        json.writeRaw('\n');
    }

    @Override
    public void end() throws IOException {
        json.flush();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    private void write(Plugin plugin) throws IOException {
        json.writeObjectFieldStart("plugin");
        json.writeStringField("id", plugin.id());
        json.writeStringField("name", plugin.name());
        json.writeStringField("family", plugin.family());
        json.writeStringField("synopsis", plugin.synopsis());
        json.writeStringField("description", plugin.description());
        json.writeStringField("solution", plugin.solution());
        json.writeTexts("cves", plugin.cves());
        json.writeTexts("seeAlso", plugin.seeAlso());
        json.writeEndObject();
    }
}
