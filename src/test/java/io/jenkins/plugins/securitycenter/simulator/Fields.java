package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Cuts records down to what {@code fields} asks for, and lists to {@code usable} and {@code manageable}. */
final class Fields {
    static final List<String> SHORT = List.of("id", "name", "description", "status", "username");
    private static final List<String> ALWAYS = List.of("id", "uuid");

    private Fields() {}

    /** A record with the fields that the call names; with {@code otherwise} when it names none. */
    static ObjectNode cut(ObjectNode full, Call call, List<String> otherwise) {
        String asked = call.query("fields");
        if (asked.isBlank() && otherwise.isEmpty()) {
            return full;
        }
        Set<String> names = new TreeSet<>(ALWAYS);
        names.addAll(asked.isBlank() ? otherwise : List.of(asked.strip().split("\\s*,\\s*")));
        ObjectNode cut = Json.object();
        full.properties().forEach(field -> {
            if (names.contains(field.getKey())) {
                cut.set(field.getKey(), field.getValue());
            }
        });
        return cut;
    }

    /** The records under {@code usable} and {@code manageable}, or under the one that {@code filter} names. */
    static ObjectNode lists(List<ObjectNode> records, Call call, Predicate<ObjectNode> manageable) {
        return lists(records, call, SHORT, manageable);
    }

    /** The same, with other fields where the call names none. */
    static ObjectNode lists(
            List<ObjectNode> records, Call call, List<String> otherwise, Predicate<ObjectNode> manageable) {
        List<String> words = List.of(call.query("filter").split("\\s*,\\s*"));
        boolean both = words.contains("usable") == words.contains("manageable");
        ObjectNode lists = Json.object();
        if (both || words.contains("usable")) {
            lists.set("usable", cutAll(records, call, otherwise, record -> true));
        }
        if (both || words.contains("manageable")) {
            lists.set("manageable", cutAll(records, call, otherwise, manageable));
        }
        return lists;
    }

    /** One page with its counters, sorted by a field if the call names one. */
    static ObjectNode paged(List<ObjectNode> records, Call call) {
        List<ObjectNode> sorted = new ArrayList<>(records);
        String field = call.query("sortField");
        if (!field.isEmpty()) {
            Comparator<ObjectNode> order =
                    Comparator.comparing(record -> record.path(field).asText());
            sorted.sort(call.query("sortDirection").equalsIgnoreCase("DESC") ? order.reversed() : order);
        }
        int from = (int) Math.max(0, Math.min(call.number("startOffset", 0), sorted.size()));
        int to = (int) Math.max(from, Math.min(call.number("endOffset", sorted.size()), sorted.size()));
        ObjectNode page = Json.texts("totalRecords", String.valueOf(sorted.size()));
        page.put("returnedRecords", to - from).put("startOffset", call.query("startOffset"));
        page.put("endOffset", call.query("endOffset"));
        page.set("results", plain(sorted.subList(from, to), call));
        return page;
    }

    static JsonNode plain(List<ObjectNode> records, Call call) {
        return plain(records, call, SHORT);
    }

    /** The same, with other fields where the call names none. */
    static JsonNode plain(List<ObjectNode> records, Call call, List<String> otherwise) {
        return cutAll(records, call, otherwise, record -> true);
    }

    private static ArrayNode cutAll(
            List<ObjectNode> records, Call call, List<String> otherwise, Predicate<ObjectNode> wanted) {
        ArrayNode list = Json.array();
        records.stream()
                .filter(wanted)
                .map(record -> cut(record, call, otherwise))
                .forEach(list::add);
        return list;
    }
}
