package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What tests change in the fields of {@code vulndetails}. */
final class FieldEdits {
    /** Values by field and plugin. */
    private final Map<String, Map<String, String>> values = new ConcurrentHashMap<>();

    private final Set<String> hidden = ConcurrentHashMap.newKeySet();

    /** The findings of that plugin have this value. */
    void set(String plugin, String field, String value) {
        values.computeIfAbsent(field, key -> new ConcurrentHashMap<>()).put(plugin, value);
    }

    /** No finding has the field. */
    void hide(String field) {
        hidden.add(field);
    }

    List<Column<Row>> of(List<Column<Row>> columns) {
        return columns.stream()
                .filter(column -> !hidden.contains(column.name()))
                .map(this::edited)
                .toList();
    }

    private Column<Row> edited(Column<Row> column) {
        Map<String, String> byPlugin = values.get(column.name());
        return byPlugin == null
                ? column
                : new Column<>(column.name(), row -> {
                    String value = byPlugin.get(row.plugin().id());
                    return value == null ? column.value().apply(row) : TextNode.valueOf(value);
                });
    }
}
