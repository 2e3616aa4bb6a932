package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.io.IOException;
import java.io.OutputStream;

/** The formats in which findings can be exported. */
public enum ExportFormat {
    /** SARIF 2.1.0. */
    SARIF("sarif", "application/sarif+json"),
    /** JUnit XML, for the {@code junit} step of Jenkins. */
    JUNIT("xml", "application/xml"),
    /** Comma-separated values according to RFC 4180. */
    CSV("csv", "text/csv;charset=UTF-8"),
    /** One JSON object on each line. */
    JSONL("jsonl", "application/x-ndjson"),
    /** JSON for DefectDojo's Generic Findings Import. */
    DEFECTDOJO("json", "application/json");

    private final String extension;
    private final String mediaType;

    ExportFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** Returns the usual file extension, without a dot. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Returns a writer to the stream. The writer closes the stream. */
    public FindingWriter writer(OutputStream stream, ExportOptions options) throws IOException {
        return switch (this) {
            case SARIF -> new SarifWriter(stream, options);
            case JUNIT -> new JUnitWriter(stream, options);
            case CSV -> new CsvWriter(stream, options);
            case JSONL -> new JsonLinesWriter(stream, options);
            case DEFECTDOJO -> new DefectDojoWriter(stream, options);
        };
    }

    /**
     * Parses a format that a user entered, ignoring case.
     *
     * @throws IllegalArgumentException if it is unknown; the message lists the allowed values
     */
    public static ExportFormat parse(String text) {
        return EnumWords.parse(ExportFormat.class, "export format", text);
    }
}
