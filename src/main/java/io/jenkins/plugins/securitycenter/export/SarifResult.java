package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.findings.FindingLocation;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.text.TextSanitizer;
import java.io.IOException;

/** A finding as a SARIF result. Its texts are cut, so that no scanned host can make the file too large. */
record SarifResult(SafeJsonGenerator json, RecordedFinding recorded) {

    private static final int LONGEST_NAME = 255;

    void write(int ruleIndex) throws IOException {
        Finding finding = finding();
        json.writeStartObject();
        json.writeStringField("ruleId", finding.plugin().id());
        json.writeNumberField("ruleIndex", ruleIndex);
        json.writeStringField("level", level(finding.severity()));
        writeBaseline(recorded.state());
        SarifMessage.write(json, "message", message());
        writeLocation();
        writeFingerprints();
        writeSuppressions();
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

    private Finding finding() {
        return recorded.finding();
    }

    private String message() {
        Finding finding = finding();
        String port = FindingLocation.port(finding);
        String synopsis = finding.plugin().synopsis();
        return TextSanitizer.cut(finding.plugin().name(), LONGEST_NAME) + " on " + host()
                + (port.isEmpty() ? "" : ", port " + port) + (synopsis.isEmpty() ? "" : ": " + synopsis);
    }

    private String host() {
        return TextSanitizer.cut(FindingLocation.host(finding().host()), LONGEST_NAME);
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
        json.writeStringField("uri", FindingLocation.uri(finding().host()));
        json.writeEndObject();
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", 1);
        json.writeNumberField("startColumn", 1);
        json.writeNumberField("endLine", 1);
        json.writeNumberField("endColumn", 2);
        json.writeEndObject();
        json.writeEndObject();
        json.writeArrayFieldStart("logicalLocations");
        json.writeStartObject();
        json.writeStringField("fullyQualifiedName", cut(FindingLocation.qualified(finding())));
        json.writeStringField("kind", "resource");
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        writeWebRequest(finding().host().url());
    }

    private void writeWebRequest(String url) throws IOException {
        if (!url.isEmpty()) {
            json.writeObjectFieldStart("webRequest");
            json.writeStringField("target", cut(url));
            json.writeEndObject();
        }
    }

    private void writeFingerprints() throws IOException {
        String fingerprint = Fingerprint.text(Fingerprint.of(finding()));
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("securityCenterFinding/v1", fingerprint);
        // the only name that GitHub reads; the number after the colon distinguishes equal hashes
        json.writeStringField("primaryLocationLineHash", fingerprint + ":1");
        json.writeEndObject();
    }

    private void writeSuppressions() throws IOException {
        boolean accepted = finding().risk().accepted();
        if (!accepted && !recorded.suppressed()) {
            return;
        }
        json.writeArrayFieldStart("suppressions");
        if (accepted) {
            writeSuppression("The risk was accepted in SecurityCenter.");
        }
        if (recorded.suppressed()) {
            writeSuppression(recorded.suppression().get().text());
        }
        json.writeEndArray();
    }

    private void writeSuppression(String justification) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", "external");
        json.writeStringField("justification", cut(justification));
        json.writeEndObject();
    }

    private void writeProvenance() throws IOException {
        Finding finding = finding();
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
        Finding finding = finding();
        json.writeObjectFieldStart("properties");
        json.writeStringField("severity", finding.severity().label());
        json.writeStringField("host", host());
        json.writeNumberField("port", finding.port());
        json.writeStringField("protocol", TextSanitizer.cut(finding.protocol(), LONGEST_NAME));
        json.writeStringField(
                "repository", TextSanitizer.cut(finding.repository().name(), LONGEST_NAME));
        json.writeFlag("exploitAvailable", finding.risk().exploit());
        json.writeBooleanField("recast", finding.risk().recast());
        json.writeScore("cvss", finding.risk().cvss());
        json.writeScore("vpr", finding.risk().vpr());
        json.writeStringField("output", finding.output());
        json.writeEndObject();
    }

    private static String cut(String text) {
        return TextSanitizer.cut(text, SarifMessage.LONGEST);
    }
}
