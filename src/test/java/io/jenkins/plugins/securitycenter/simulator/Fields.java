package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Cuts records down to what {@code fields} asks for, and lists to {@code usable} and {@code manageable}. */
final class Fields {
    static final List<String> SHORT = List.of("id", "name", "description", "status");
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
        full.fields().forEachRemaining(field -> {
            if (names.contains(field.getKey())) {
                cut.set(field.getKey(), field.getValue());
            }
        });
        return cut;
    }

    /** The records under {@code usable} and {@code manageable}, or under the one that {@code filter} names. */
    static ObjectNode lists(List<ObjectNode> records, Call call, Predicate<ObjectNode> manageable) {
        List<String> words = List.of(call.query("filter").split("\\s*,\\s*"));
        boolean both = words.contains("usable") == words.contains("manageable");
        ObjectNode lists = Json.object();
        if (both || words.contains("usable")) {
            lists.set("usable", cutAll(records, call, record -> true));
        }
        if (both || words.contains("manageable")) {
            lists.set("manageable", cutAll(records, call, manageable));
        }
        return lists;
    }

    static JsonNode plain(List<ObjectNode> records, Call call) {
        return cutAll(records, call, record -> true);
    }

    private static ArrayNode cutAll(List<ObjectNode> records, Call call, Predicate<ObjectNode> wanted) {
        ArrayNode list = Json.array();
        records.stream().filter(wanted).map(record -> cut(record, call, SHORT)).forEach(list::add);
        return list;
    }
}
