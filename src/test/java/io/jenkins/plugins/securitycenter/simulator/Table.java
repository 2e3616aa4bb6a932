package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What a tool makes of the findings.
 *
 * @param matching the text of {@code matchingDataElementCount}
 */
record Table<T>(List<T> records, List<Column<T>> columns, String matching) {

    Optional<Column<T>> column(String name) {
        return columns.stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The same records in another order; an unknown column changes nothing. */
    Table<T> sorted(String field, boolean descending, Memory memory, String key) {
        return column(field)
                .map(column -> {
                    int[] positions = memory.get(
                            key + "|" + column.name() + descending, () -> Order.positions(records, column, descending));
                    return new Table<>(Order.view(records, positions), columns, matching);
                })
                .orElse(this);
    }

    private static void write(JsonGenerator out, JsonNode value) throws IOException {
        if (value.isTextual()) {
            out.writeString(value.textValue());
        } else {
            out.writeTree(value);
        }
    }

    private static JsonNode otherSeverity(JsonNode severity) {
        return severity.equals(Severity.CRITICAL.json()) ? Severity.LOW.json() : Severity.CRITICAL.json();
    }

    /** Writes the rows; positions behind the last one are those of the first rows as doubles of another severity. */
    void write(JsonGenerator out, int... positions) throws IOException {
        out.writeStartArray();
        for (int position : positions) {
            boolean doubled = position >= records.size();
            T record = records.get(doubled ? position - records.size() : position);
            out.writeStartObject();
            for (Column<T> column : columns) {
                out.writeFieldName(column.name());
                JsonNode value = column.value().apply(record);
                write(out, doubled && column.name().equals("severity") ? otherSeverity(value) : value);
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
