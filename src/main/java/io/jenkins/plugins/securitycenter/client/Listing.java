package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.NotUnderstoodException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the shapes that lists come in: a plain array, an object of arrays that repeat each other's records, an object of
 * records (what PHP makes of an array with gaps), or a single record. Empty lists are {@code []} and {@code {}}; a text,
 * a number and null are no lists, since the API answers calls that have nothing to list with them.
 */
final class Listing {

    private static final String ID = "id";
    private static final String NEED = "a list of objects";
    /** The names that lists have within an answer; other lists are taken too, but need not be lists. */
    private static final Set<String> LISTS = Set.of("usable", "manageable", "results");

    private Listing() {}

    /**
     * The records, each id once, in the order of their first appearance.
     *
     * @throws NotUnderstoodException when the answer is no list, or has a member that is no record
     */
    static List<Attributes> of(JsonNode response) {
        if (!response.isContainerNode()) {
            throw new NotUnderstoodException("response", response, NEED);
        }
        Map<String, Attributes> byId = new LinkedHashMap<>();
        if (response.isArray()) {
            add("response", response, byId);
        } else if (response.has(ID)) {
            add("response", List.of(response), byId);
        } else if (response.properties().stream().allMatch(part -> isRecord(part.getValue()))) {
            add("response", response, byId);
        } else {
            addLists(response, byId);
        }
        return new ArrayList<>(byId.values());
    }

    private static void addLists(JsonNode response, Map<String, Attributes> byId) {
        boolean any = false;
        for (Map.Entry<String, JsonNode> part : response.properties()) {
            if (isList(part.getValue())) {
                any = true;
                add(part.getKey(), part.getValue(), byId);
            } else if (LISTS.contains(part.getKey()) && !part.getValue().isNull()) {
                throw new NotUnderstoodException(part.getKey(), part.getValue(), NEED);
            }
        }
        if (!any) {
            throw new NotUnderstoodException("response", response, NEED);
        }
    }

    private static boolean isRecord(JsonNode node) {
        return node.isObject() && node.has(ID);
    }

    /** Whether it is an array, or an object of objects only. */
    private static boolean isList(JsonNode part) {
        return part.isArray()
                || part.isObject()
                        && part.properties().stream()
                                .allMatch(member -> member.getValue().isObject());
    }

    /**
     * One member of a list.
     *
     * @param what it is called when it is no record
     */
    static Attributes record(String what, JsonNode node) {
        Attributes record = Attributes.record(what, node);
        if (!Records.identified(record)) {
            throw new NotUnderstoodException(what, node, "an object with an id");
        }
        return record;
    }

    private static void add(String list, Iterable<JsonNode> records, Map<String, Attributes> byId) {
        int position = 0;
        for (JsonNode node : records) {
            position++;
            Attributes record = record("element " + position + " of " + list, node);
            byId.putIfAbsent(record.has(ID) ? record.id(ID) : record.id("uuid"), record);
        }
    }
}
