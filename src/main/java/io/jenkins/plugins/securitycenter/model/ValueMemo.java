package io.jenkins.plugins.securitycenter.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;

/**
 * Reads a part of rows, and reads it once for rows that have the same values in its fields. Values are compared by
 * identity, because the reader of the rows creates a value that repeats only once. Not thread-safe.
 */
final class ValueMemo<T> {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry<T>(JsonNode[] values, T part) {}

    private final Function<Attributes, T> reader;
    private final String[] fields;
    private final int most;
    private final IdentityHashMap<JsonNode, Entry<T>> entries = new IdentityHashMap<>();

    /**
     * @param fields all fields that the reader reads; one part is kept for each value of the first
     * @param most the maximum number of parts to keep
     */
    ValueMemo(Function<Attributes, T> reader, List<String> fields, int most) {
        this.reader = reader;
        this.fields = fields.toArray(String[]::new);
        this.most = most;
    }

    T of(Attributes row) {
        JsonNode key = row.json(fields[0]);
        Entry<T> known = entries.get(key);
        if (known != null && same(known.values, row)) {
            return known.part;
        }
        T part = reader.apply(row);
        if (entries.size() >= most) {
            entries.clear();
        }
        JsonNode[] values = new JsonNode[fields.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.json(fields[i]);
        }
        entries.put(key, new Entry<>(values, part));
        return part;
    }

    @SuppressWarnings("ReferenceEquality") // see above
    private boolean same(JsonNode[] values, Attributes row) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != row.json(fields[i])) {
                return false;
            }
        }
        return true;
    }
}
