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

    void write(JsonGenerator out, int from, int to) throws IOException {
        out.writeStartArray();
        for (T record : records.subList(from, to)) {
            out.writeStartObject();
            for (Column<T> column : columns) {
                out.writeFieldName(column.name());
                write(out, column.value().apply(record));
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
