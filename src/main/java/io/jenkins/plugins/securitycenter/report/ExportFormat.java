package io.jenkins.plugins.securitycenter.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The formats in which findings can leave. */
public enum ExportFormat {
    /** SARIF 2.1.0. */
    SARIF("sarif", "application/sarif+json"),
    /** JUnit XML, for Jenkins' junit step. */
    JUNIT("xml", "application/xml"),
    /** Comma-separated values by RFC 4180. */
    CSV("csv", "text/csv;charset=UTF-8"),
    /** One JSON object on each line. */
    JSONL("jsonl", "application/x-ndjson");

    private final String extension;
    private final String mediaType;

    ExportFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** The usual end of file names, without a dot. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** A writer to that stream, which the writer closes. */
    public FindingWriter writer(OutputStream stream, ExportOptions options) throws IOException {
        return switch (this) {
            case SARIF -> new SarifWriter(stream, options);
            case JUNIT -> new JUnitWriter(stream, options);
            case CSV -> new CsvWriter(stream, options.partial());
            case JSONL -> new JsonLinesWriter(stream, options.partial());
        };
    }

    /**
     * Reads a format that a user wrote, in any case.
     *
     * @throws IllegalArgumentException with a sentence that lists what is allowed
     */
    public static ExportFormat parse(String text) {
        String wanted = text == null ? "" : text.trim();
        return Arrays.stream(values())
                .filter(format -> format.name().equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Export format \"" + wanted
                        + "\" is unknown; allowed are "
                        + Arrays.stream(values())
                                .map(format -> format.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
