package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects of one kind by their id, in the order in which they were made. */
final class Records {
    private final Map<String, ObjectNode> byId = new LinkedHashMap<>();
    private final String kind;
    private static final int MOST = 20_000;
    private long lastId;

    /** The kind is the word that error messages use, for example {@code Scan}. */
    Records(String kind, long lastId) {
        this.kind = kind;
        this.lastId = lastId;
    }

    String kind() {
        return kind;
    }

    synchronized String newId() {
        return String.valueOf(++lastId);
    }

    synchronized ObjectNode put(ObjectNode record) {
        String id = record.path("id").asText();
        byId.put(id, record);
        if (byId.size() > MOST) {
            byId.remove(id);
            throw Refusal.of(152, "There are too many objects of the kind " + kind + ".\n");
        }
        try {
            lastId = Math.max(lastId, Long.parseLong(id));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The id " + id + " is not a number", e);
        }
        return record;
    }

    synchronized List<ObjectNode> all() {
        return new ArrayList<>(byId.values());
    }

    synchronized Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    ObjectNode get(String id, String verb) {
        return find(id).orElseThrow(() -> Refusal.missing(kind, id, verb));
    }

    synchronized void delete(String id) {
        if (byId.remove(id) == null) {
            throw Refusal.of(
                    147,
                    "Unable to find existing " + kind + " #" + id + " to delete.\n" + kind + " #" + id
                            + " does not exist.\n");
        }
    }

    /** Id, name and description of an object, as others refer to it; the placeholder when there is none. */
    ObjectNode reference(String id) {
        return find(id).map(record -> {
                    ObjectNode reference =
                            Json.reference(id, record.path("name").asText());
                    reference.set("description", record.path("description"));
                    return reference;
                })
                .orElseGet(Json::nothing);
    }
}
