package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The plain objects, with the content that they have at the start (file {@code objects.json}). */
final class Library {
    final Records repositories;
    final Records policies;
    final Records credentials;
    final Records zones;
    final Records assets;
    final Records reportDefinitions;
    final Records queries;
    final Records roles;
    private final Map<String, Records> byName = new LinkedHashMap<>();
    private final Map<String, ObjectList> lists = new LinkedHashMap<>();

    Library(SimulatorOptions options) {
        JsonNode content = content();
        for (ObjectKind kind : ObjectKind.ALL) {
            Records records = new Records(kind.label(), kind.firstId());
            byName.put(kind.name(), records);
            lists.put(kind.name(), new ObjectList(kind, records, options));
            content.path(kind.name()).forEach(object -> fill(records, (ObjectNode) object, options));
        }
        repositories = records("repository");
        policies = records("policy");
        credentials = records("credential");
        zones = records("zone");
        assets = records("asset");
        reportDefinitions = records("reportDefinition");
        queries = records("query");
        roles = records("role");
    }

    private static JsonNode content() {
        try (InputStream file = Library.class.getResourceAsStream("objects.json")) {
            return Json.MAPPER.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Records records, ObjectNode object, SimulatorOptions options) {
        ObjectNode record =
                Json.texts("id", object.has("id") ? "" : records.newId(), "name", "", "description", "", "status", "0");
        String now = String.valueOf(options.clock().instant().getEpochSecond());
        record.put("createdTime", now).put("modifiedTime", now).setAll(object);
        if (options.profile().isSix()) {
            record.put("uuid", Uuids.of(records.kind(), record.path("name").asText()));
        }
        records.put(record);
    }

    /** The objects of a kind, for example {@code freeze}. */
    Records records(String name) {
        Records records = byName.get(name);
        if (records == null) {
            throw new IllegalArgumentException("There are no objects " + name + "; there are " + byName.keySet());
        }
        return records;
    }

    /** The resource of one kind. */
    ObjectList list(String name) {
        return lists.get(name);
    }

    private Resource resource(ObjectList list) {
        return switch (list.name()) {
            case "acceptRiskRule", "recastRiskRule" -> new RuleResource(this, list);
            case "agentGroup" -> new AgentGroupResource(this);
            default -> list;
        };
    }

    /** Every resource that needs no class of its own. */
    List<Resource> resources() {
        return lists.values().stream()
                .filter(list -> !list.name().equals("reportDefinition"))
                .map(this::resource)
                .toList();
    }
}
