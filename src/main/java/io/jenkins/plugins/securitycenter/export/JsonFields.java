package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Risk;
import java.io.IOException;

/** Writes the fields that have the same names in all JSON formats of findings. */
final class JsonFields {

    private JsonFields() {}

    static void host(SafeJsonGenerator json, Host host) throws IOException {
        json.writeStringField("ip", host.ip());
        json.writeStringField("uuid", host.uuid());
        json.writeStringField("dnsName", host.dnsName());
        json.writeStringField("netbiosName", host.netbiosName());
        json.writeStringField("url", host.url());
    }

    /** Writes the port, the protocol and the repository. */
    static void place(SafeJsonGenerator json, Finding finding) throws IOException {
        json.writeNumberField("port", finding.port());
        json.writeStringField("protocol", finding.protocol());
        json.writeObjectFieldStart("repository");
        json.writeStringField("id", finding.repository().id());
        json.writeStringField("name", finding.repository().name());
        json.writeEndObject();
    }

    static void risk(SafeJsonGenerator json, Risk risk) throws IOException {
        json.writeBooleanField("exploitAvailable", risk.exploitAvailable());
        json.writeScore("cvss", risk.cvss());
        json.writeScore("vpr", risk.vpr());
        json.writeBooleanField("accepted", risk.accepted());
        json.writeBooleanField("recast", risk.recast());
    }
}
