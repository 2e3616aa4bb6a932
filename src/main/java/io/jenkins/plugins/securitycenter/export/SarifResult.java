package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.findings.FindingLocation;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.suppression.Suppression;
import java.io.IOException;
import java.util.Optional;

/** A finding as a SARIF result. */
record SarifResult(SafeJsonGenerator json, Finding finding, Optional<Suppression> suppression) {

    void write(FindingState state, int ruleIndex) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", finding.plugin().id());
        json.writeNumberField("ruleIndex", ruleIndex);
        json.writeStringField("level", level(finding.severity()));
        writeBaseline(state);
        SarifRules.writeMessage(json, "message", message());
        writeLocation();
        writeFingerprints();
        writeSuppression();
        writeProvenance();
        writeProperties();
        json.writeEndObject();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFO -> "note";
        };
    }

    private String message() {
        String port = FindingLocation.port(finding);
        String synopsis = finding.plugin().synopsis();
        return finding.plugin().name() + " on " + FindingLocation.host(finding.host())
                + (port.isEmpty() ? "" : ", port " + port) + (synopsis.isEmpty() ? "" : ": " + synopsis);
    }

    private void writeBaseline(FindingState state) throws IOException {
        switch (state) {
            case NEW -> json.writeStringField("baselineState", "new");
            case OUTSTANDING -> json.writeStringField("baselineState", "unchanged");
            case FIXED -> json.writeStringField("baselineState", "absent");
            default -> {
                // there was no comparison
            }
        }
    }

    private void writeLocation() throws IOException {
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", FindingLocation.uri(finding.host()));
        json.writeEndObject();
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", 1);
        json.writeEndObject();
        json.writeEndObject();
        json.writeArrayFieldStart("logicalLocations");
        json.writeStartObject();
        json.writeStringField("fullyQualifiedName", FindingLocation.qualified(finding));
        json.writeStringField("kind", "resource");
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        writeWebRequest(finding.host().url());
    }

    private void writeWebRequest(String url) throws IOException {
        if (!url.isEmpty()) {
            json.writeObjectFieldStart("webRequest");
            json.writeStringField("target", url);
            json.writeEndObject();
        }
    }

    private void writeFingerprints() throws IOException {
        String fingerprint = Fingerprint.text(Fingerprint.of(finding));
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("securityCenterFinding/v1", fingerprint);
        // the only name that GitHub reads; the number after the colon distinguishes equal hashes
        json.writeStringField("primaryLocationLineHash", fingerprint + ":1");
        json.writeEndObject();
    }

    private void writeSuppression() throws IOException {
        if (!finding.risk().accepted() && suppression.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("suppressions");
        if (finding.risk().accepted()) {
            writeSuppression("The risk was accepted in SecurityCenter.");
        }
        if (suppression.isPresent()) {
            writeSuppression(suppression.get().text());
        }
        json.writeEndArray();
    }

    private void writeSuppression(String justification) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", "external");
        json.writeStringField("justification", justification);
        json.writeEndObject();
    }

    private void writeProvenance() throws IOException {
        json.writeObjectFieldStart("provenance");
        if (finding.firstSeen().isPresent()) {
            json.writeTime("firstDetectionTimeUtc", finding.firstSeen());
        }
        if (finding.lastSeen().isPresent()) {
            json.writeTime("lastDetectionTimeUtc", finding.lastSeen());
        }
        json.writeEndObject();
    }

    private void writeProperties() throws IOException {
        json.writeObjectFieldStart("properties");
        json.writeStringField("severity", finding.severity().label());
        json.writeStringField("host", FindingLocation.host(finding.host()));
        json.writeNumberField("port", finding.port());
        json.writeStringField("protocol", finding.protocol());
        json.writeStringField("repository", finding.repository().name());
        json.writeBooleanField("exploitAvailable", finding.risk().exploitAvailable());
        json.writeBooleanField("recast", finding.risk().recast());
        json.writeScore("cvss", finding.risk().cvss());
        json.writeScore("vpr", finding.risk().vpr());
        json.writeStringField("output", finding.output());
        json.writeEndObject();
    }
}
