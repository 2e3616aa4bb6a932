package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.findings.CveRow;
import io.jenkins.plugins.securitycenter.findings.FindingRow;
import io.jenkins.plugins.securitycenter.findings.FixRow;
import io.jenkins.plugins.securitycenter.findings.HostRow;
import io.jenkins.plugins.securitycenter.findings.PluginRow;
import io.jenkins.plugins.securitycenter.findings.TablePage;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A page of a table as one JSON object, with the same field names as JSON Lines.
 *
 * @param view name of the table
 * @param page page number, from 1
 * @param length maximum number of rows on a page
 */
public record TableJson(String view, int page, int length, TablePage<?> rows) {

    /** Writes the object and closes the stream. */
    public void write(OutputStream stream) throws IOException {
        try (SafeJsonGenerator json = SafeJsonGenerator.to(stream)) {
            json.writeStartObject();
            json.writeStringField("view", view);
            json.writeNumberField("page", page);
            json.writeNumberField("size", length);
            json.writeNumberField("total", rows.total());
            json.writeNumberField("matching", rows.matching());
            json.writeArrayFieldStart("rows");
            for (Object row : rows.entries()) {
                json.writeStartObject();
                write(json, row);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void write(SafeJsonGenerator json, Object row) throws IOException {
        if (row instanceof FindingRow finding) {
            write(json, finding);
        } else if (row instanceof HostRow host) {
            write(json, host.host());
            write(json, host.totals());
        } else if (row instanceof PluginRow plugin) {
            write(json, plugin.plugin());
            json.writeNumberField("hosts", plugin.hosts());
            write(json, plugin.totals());
        } else if (row instanceof FixRow fix) {
            write(json, fix);
        } else if (row instanceof CveRow cve) {
            write(json, cve);
        } else {
            throw new IllegalArgumentException(row.getClass() + " is not a row of a table.");
        }
    }

    private static void write(SafeJsonGenerator json, FindingRow row) throws IOException {
        Finding finding = row.finding();
        json.writeNumberField("row", row.row());
        json.writeStringField("change", row.state().word());
        json.writeStringField("severity", finding.severity().label());
        write(json, finding.plugin());
        write(json, finding.host());
        JsonFields.place(json, finding);
        JsonFields.risk(json, finding.risk());
        JsonFields.threat(json, finding.plugin());
        json.writeBooleanField("overdue", row.overdue());
        json.writeTime("firstSeen", finding.firstSeen());
        json.writeBooleanField("suppressed", row.suppressed());
    }

    private static void write(SafeJsonGenerator json, FixRow row) throws IOException {
        json.writeStringField("fix", row.fix().id());
        json.writeStringField("product", row.fix().product());
        json.writeStringField("solution", row.solution());
        json.writeNumberField("hosts", row.hosts());
        json.writeStringField("severity", row.severity().label());
        json.writeFlag("knownExploited", row.listedByCisa());
        json.writeScore("epss", row.epss());
        json.writeScore("vpr", row.vpr());
        JsonFields.date(json, "dueDate", row.due());
        json.writeNumberField("share", row.share());
        write(json, row.totals());
    }

    private static void write(SafeJsonGenerator json, CveRow row) throws IOException {
        json.writeStringField("cve", row.cve());
        json.writeNumberField("hosts", row.hosts());
        json.writeStringField("severity", row.severity().label());
        json.writeScore("epss", row.epss());
        json.writeFlag("knownExploited", row.listedByCisa());
        JsonFields.date(json, "cisaDueDate", row.cisaDueDate());
        json.writeBooleanField("shared", row.shared());
        write(json, row.totals());
    }

    private static void write(SafeJsonGenerator json, Plugin plugin) throws IOException {
        json.writeObjectFieldStart("plugin");
        json.writeStringField("id", plugin.id());
        json.writeStringField("name", plugin.name());
        json.writeStringField("family", plugin.family());
        json.writeTexts("cves", plugin.cves());
        json.writeEndObject();
    }

    private static void write(SafeJsonGenerator json, Host host) throws IOException {
        json.writeObjectFieldStart("host");
        JsonFields.host(json, host);
        json.writeEndObject();
    }

    private static void write(SafeJsonGenerator json, Totals totals) throws IOException {
        json.writeObjectFieldStart("totals");
        for (Severity severity : Severity.descending()) {
            json.writeNumberField(EnumWords.of(severity), totals.count(severity));
        }
        json.writeNumberField("total", totals.total());
        json.writeEndObject();
    }
}
