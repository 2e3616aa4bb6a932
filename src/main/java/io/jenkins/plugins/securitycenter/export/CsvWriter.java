package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import io.jenkins.plugins.securitycenter.text.TextSanitizer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes comma-separated values according to RFC 4180, in UTF-8, with a header line.
 *
 * <p>Every value is quoted, so that a spreadsheet that splits lines at semicolons or tabs does not split values. A
 * value that starts with {@code = + - @}, one of their full-width forms, a tab or a line break is prefixed with an
 * apostrophe, because spreadsheets would interpret it as a formula, and scanned hosts control some of these values.
 */
final class CsvWriter implements FindingWriter {

    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final OutputStream stream;
    private final StringBuilder line = new StringBuilder();
    private final ExportOptions options;

    CsvWriter(OutputStream stream, ExportOptions options) {
        this.options = options;
        this.stream = new BufferedOutputStream(stream);
    }

    @Override
    public void begin() throws IOException {
        for (CsvColumn column : options.columns()) {
            add(EnumWords.of(column));
        }
        endLine();
    }

    @Override
    public void write(RecordedFinding recorded) throws IOException {
        for (CsvColumn column : options.columns()) {
            add(column.of(recorded, options.partial()));
        }
        endLine();
    }

    @Override
    public void end() throws IOException {
        stream.flush();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private void add(String value) {
        String plain = TextSanitizer.plain(value);
        boolean formula = !plain.isEmpty() && FORMULA_STARTS.indexOf(plain.charAt(0)) >= 0;
        line.append(line.isEmpty() ? "\"" : ",\"")
                .append(formula ? "'" : "")
                .append(plain.replace("\"", "\"\""))
                .append('"');
    }

    /** Writes the line. Encoding a whole string is faster than a writer for characters. */
    private void endLine() throws IOException {
        stream.write(line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        line.setLength(0);
    }
}
