package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import io.jenkins.plugins.securitycenter.text.TextSanitizer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes comma-separated values according to RFC 4180, in UTF-8, with a header line.
 *
 * <p>Every value is quoted, so that a spreadsheet that splits lines at semicolons or tabs does not split values. A
 * value that starts with {@code = + - @}, one of their full-width forms, a tab or a line break is prefixed with an
 * apostrophe, because spreadsheets would interpret it as a formula, and scanned hosts control some of these values.
 */
final class CsvWriter implements FindingWriter {

    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final Writer writer;
    private final ExportOptions options;

    CsvWriter(OutputStream stream, ExportOptions options) {
        this.options = options;
        writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }

    @Override
    public void begin() throws IOException {
        line(options.columns().stream().map(EnumWords::of).toList());
    }

    @Override
    public void write(RecordedFinding recorded) throws IOException {
        line(options.columns().stream()
                .map(column -> column.of(recorded, options.partial()))
                .toList());
    }

    @Override
    public void end() throws IOException {
        writer.flush();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private void line(List<String> values) throws IOException {
        String separator = "";
        for (String value : values) {
            writer.write(separator);
            writer.write(quoted(value));
            separator = ",";
        }
        writer.write("\r\n");
    }

    private static String quoted(String value) {
        String plain = TextSanitizer.plain(value);
        boolean formula = !plain.isEmpty() && FORMULA_STARTS.indexOf(plain.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + plain.replace("\"", "\"\"") + '"';
    }
}
