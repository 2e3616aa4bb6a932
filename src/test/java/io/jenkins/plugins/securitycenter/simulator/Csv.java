package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The analysis as comma-separated text: all records, the columns that were asked for. */
final class Csv {
    private static final Map<String, String> HEADERS = Map.ofEntries(
            Map.entry("pluginID", "Plugin"),
            Map.entry("pluginName", "Plugin Name"),
            Map.entry("name", "Plugin Name"),
            Map.entry("severity", "Severity"),
            Map.entry("ip", "IP Address"),
            Map.entry("port", "Port"),
            Map.entry("protocol", "Protocol"),
            Map.entry("family", "Family"),
            Map.entry("repository", "Repository"),
            Map.entry("dnsName", "DNS Name"),
            Map.entry("pluginText", "Plugin Text"),
            Map.entry("cve", "CVE"),
            Map.entry("vprScore", "Vulnerability Priority Rating"));

    private Csv() {}

    static <T> void write(Table<T> table, AnalysisQuery query, OutputStream out) throws IOException {
        List<Column<T>> columns = new ArrayList<>();
        for (JsonNode column : query.columns()) {
            table.column(column.path("name").asText()).ifPresent(columns::add);
        }
        if (columns.isEmpty()) {
            columns.addAll(table.columns());
        }
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        line(
                writer,
                columns.stream()
                        .map(column -> HEADERS.getOrDefault(column.name(), column.name()))
                        .toList());
        for (T row : table.records()) {
            line(writer, columns.stream().map(column -> column.plain(row)).toList());
        }
        writer.flush();
    }

    private static void line(Writer writer, List<String> values) throws IOException {
        String separator = "";
        for (String value : values) {
            writer.append(separator)
                    .append('"')
                    .append(value.replace("\"", "\"\""))
                    .append('"');
            separator = ",";
        }
        writer.append('\n');
    }
}
