package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.model.Risk;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

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
        repository(json, finding.repository());
    }

    static void repository(SafeJsonGenerator json, ResourceReference repository) throws IOException {
        json.writeObjectFieldStart("repository");
        json.writeStringField("id", repository.id());
        json.writeStringField("name", repository.name());
        json.writeEndObject();
    }

    /** Writes the host, and by what the repository distinguishes it from others. */
    static void identity(SafeJsonGenerator json, Host host) throws IOException {
        json.writeObjectFieldStart("host");
        host(json, host);
        json.writeStringField("uniqueness", host.uniqueness());
        json.writeEndObject();
    }

    static void risk(SafeJsonGenerator json, Risk risk) throws IOException {
        json.writeFlag("exploitAvailable", risk.exploit());
        json.writeScore("cvss", risk.cvss());
        if (risk.cvssVersion() == 0) {
            json.writeNullField("cvssVersion");
        } else {
            json.writeNumberField("cvssVersion", risk.cvssVersion());
        }
        json.writeScore("vpr", risk.vpr());
        json.writeScore("epss", risk.epssPercent());
        json.writeBooleanField("accepted", risk.accepted());
        json.writeBooleanField("recast", risk.recast());
    }

    /** Writes what is known about exploits and patches of a vulnerability. */
    static void threat(SafeJsonGenerator json, Plugin plugin) throws IOException {
        json.writeFlag("knownExploited", plugin.listedByCisa());
        date(json, "cisaDueDate", plugin.cisaDueDate());
        json.writeTime("patchPublished", plugin.patchPublished());
    }

    /** Writes a date such as {@code 2026-12-31}, or null. */
    static void date(SafeJsonGenerator json, String name, Optional<LocalDate> date) throws IOException {
        if (date.isPresent()) {
            json.writeStringField(name, date.get().toString());
        } else {
            json.writeNullField(name);
        }
    }
}
