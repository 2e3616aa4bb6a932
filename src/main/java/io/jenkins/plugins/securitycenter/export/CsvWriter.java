package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import io.jenkins.plugins.securitycenter.text.TextSanitizer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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

    private static final int BUFFER = 1 << 16;

    private final OutputStream stream;
    private final ExportOptions options;
    private final List<CsvColumn> columns;
    private final PluginParts plugins = new PluginParts(this::cells);
    /** The values that were not written yet. Encoding a whole string is faster than a writer for characters. */
    private final StringBuilder text = new StringBuilder();

    private boolean ended;

    CsvWriter(OutputStream stream, ExportOptions options) {
        this.options = options;
        columns = options.columns();
        this.stream = new BufferedOutputStream(stream, BUFFER);
    }

    @Override
    public void begin() throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            text.append(cell(i, EnumWords.of(columns.get(i))));
        }
        endLine();
    }

    @Override
    public void write(RecordedFinding recorded) throws IOException {
        byte[][] ofPlugin = plugins.of(recorded.finding().plugin());
        for (int i = 0; i < columns.size(); i++) {
            if (ofPlugin[i].length == 0) {
                text.append(cell(i, columns.get(i).of(recorded, options.partial())));
            } else {
                writeText();
                stream.write(ofPlugin[i]);
            }
        }
        endLine();
    }

    @Override
    public void end() throws IOException {
        stream.flush();
        ended = true;
    }

    @Override
    public void close() throws IOException {
        try (stream) {
            if (!ended) {
                ended = true;
                stream.write(('"' + JsonLinesWriter.INCOMPLETE).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** Returns the cells of the columns that depend on the plugin only. */
    private byte[][] cells(Plugin plugin) {
        byte[][] cells = new byte[columns.size()][];
        for (int i = 0; i < cells.length; i++) {
            int column = i;
            String cell =
                    columns.get(i).of(plugin).map(value -> cell(column, value)).orElse("");
            cells[i] = cell.getBytes(StandardCharsets.UTF_8);
        }
        return cells;
    }

    private static String cell(int column, String value) {
        String plain = TextSanitizer.plain(value);
        boolean formula = !plain.isEmpty() && FORMULA_STARTS.indexOf(plain.charAt(0)) >= 0;
        return (column == 0 ? "\"" : ",\"") + (formula ? "'" : "") + plain.replace("\"", "\"\"") + '"';
    }

    private void endLine() throws IOException {
        text.append("\r\n");
        writeText();
    }

    private void writeText() throws IOException {
        stream.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }
}
