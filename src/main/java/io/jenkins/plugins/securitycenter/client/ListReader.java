package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.UnreadableValueException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the formats in which the API sends lists: an array, an object of arrays that repeat each other's records, an
 * object of records (PHP encodes an array with gaps as an object), or a single record. Empty lists are {@code []} and
 * {@code {}}. A string, a number and null are rejected, because the API returns them for requests that have nothing to
 * list.
 */
public final class ListReader {

    private static final String ID = "id";
    private static final String NEED = "a list of objects";
    /** The names of lists in a response; under any other name, lists are accepted and other values ignored. */
    private static final Set<String> LISTS = Set.of("usable", "manageable", "results");

    private ListReader() {}

    /**
     * Returns the records without repeated ids, in the order of their first occurrence.
     *
     * @throws UnreadableValueException if the response is not a list, or contains anything but records
     */
    static List<Attributes> of(JsonNode response) {
        if (!response.isContainerNode()) {
            throw new UnreadableValueException("response", response, NEED);
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
                throw new UnreadableValueException(part.getKey(), part.getValue(), NEED);
            }
        }
        if (!any) {
            throw new UnreadableValueException("response", response, NEED);
        }
    }

    private static boolean isRecord(JsonNode node) {
        return node.isObject() && node.has(ID);
    }

    /** Returns whether the value is an array, or an object that contains only objects. */
    private static boolean isList(JsonNode part) {
        return part.isArray()
                || part.isObject()
                        && part.properties().stream()
                                .allMatch(member -> member.getValue().isObject());
    }

    /**
     * Returns one element of a list as a record.
     *
     * @param what the name of the element in the error message
     */
    public static Attributes record(String what, JsonNode node) {
        Attributes record = Attributes.record(what, node);
        if (!ResourceReader.identified(record)) {
            throw new UnreadableValueException(what, node, "an object with an ID");
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
