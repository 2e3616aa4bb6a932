package io.jenkins.plugins.securitycenter.report;

import io.jenkins.plugins.securitycenter.gate.Change;
import io.jenkins.plugins.securitycenter.gate.Fingerprint;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Risk;
import java.io.IOException;
import java.io.OutputStream;

/**
 * One JSON object on each line, with everything that is known of a finding. Every line has the same fields; texts that
 * are not known are empty, numbers and times null.
 */
final class JsonLinesWriter implements FindingWriter {

    private final CleanJson json;

    JsonLinesWriter(OutputStream stream) throws IOException {
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
        json.writeStringField("fingerprint", Fingerprint.text(Fingerprint.of(finding.key())));
        json.writeStringField("change", change.word());
        json.writeStringField("severity", finding.severity().label());
        write(finding.plugin());
        write(finding.host());
        json.writeNumberField("port", finding.port());
        json.writeStringField("protocol", finding.protocol());
        json.writeObjectFieldStart("repository");
        json.writeStringField("id", finding.repository().id());
        json.writeStringField("name", finding.repository().name());
        json.writeEndObject();
        write(finding.risk());
        json.writeTime("firstSeen", finding.firstSeen());
        json.writeTime("lastSeen", finding.lastSeen());
        json.writeStringField("output", finding.output());
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

    private void write(Host host) throws IOException {
        json.writeObjectFieldStart("host");
        json.writeStringField("ip", host.ip());
        json.writeStringField("uuid", host.uuid());
        json.writeStringField("dnsName", host.dnsName());
        json.writeStringField("netbiosName", host.netbiosName());
        json.writeStringField("url", host.url());
        json.writeStringField("uniqueness", host.uniqueness());
        json.writeEndObject();
    }

    private void write(Risk risk) throws IOException {
        json.writeBooleanField("exploitAvailable", risk.exploitAvailable());
        json.writeScore("cvss", risk.cvss());
        json.writeScore("vpr", risk.vpr());
        json.writeBooleanField("accepted", risk.accepted());
        json.writeBooleanField("recast", risk.recast());
    }
}
