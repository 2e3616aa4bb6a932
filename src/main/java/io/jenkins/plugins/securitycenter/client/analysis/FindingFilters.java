package io.jenkins.plugins.securitycenter.client.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.Resource;
import io.jenkins.plugins.securitycenter.client.resource.ResourceType;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Filters as users enter them: by their own names (severity, plugin, family, host, port, protocol, repository, asset,
 * cve, exploitAvailable, cvss, vpr, seenWithinDays), or by SecurityCenter's names with values in its format.
 */
public final class FindingFilters {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, JsonNode> given;

    /**
     * Checks the filters.
     *
     * @throws IllegalArgumentException with a sentence for users if a value is invalid, or two filters are the same
     */
    public FindingFilters(Map<String, JsonNode> given) {
        this.given = Map.copyOf(given);
        Map<String, String> words = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            Optional<FilterName> word = word(name, value);
            word.ifPresent(known -> known.values(parts(value)));
            String before =
                    words.put(word.map(known -> known.apiName(parts(value))).orElse(name), name);
            if (before != null) {
                throw new IllegalArgumentException("Filters " + before + " and " + name
                        + " are the same filter in SecurityCenter; use only one of them.");
            }
        });
    }

    /**
     * Returns the query with these filters.
     *
     * @throws IllegalArgumentException with a sentence for users if the server does not know a name
     */
    public AnalysisQuery addTo(AnalysisQuery query, SecurityCenter server)
            throws SecurityCenterException, InterruptedException {
        AnalysisQuery filtered = query;
        for (Map.Entry<String, JsonNode> filter : given.entrySet()) {
            Optional<FilterName> word = word(filter.getKey(), filter.getValue());
            List<String> parts = parts(filter.getValue());
            filtered = word.isEmpty()
                    ? filtered.filter(filter.getKey(), filter.getValue())
                    : filtered.filter(word.get().apiName(parts), value(word.get(), parts, server));
        }
        return filtered;
    }

    /** Returns the severities of findings that the filters do not leave out. */
    public Set<Severity> severities() {
        JsonNode value = given.get(FilterName.SEVERITY.apiName(List.of()));
        if (value == null || word(FilterName.SEVERITY.apiName(List.of()), value).isEmpty()) {
            return EnumSet.allOf(Severity.class);
        }
        return FilterName.SEVERITY.values(parts(value)).stream()
                .flatMap(id -> Severity.ofId(Long.parseLong(id)).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Severity.class)));
    }

    /**
     * Returns the values of a filter in the format of SecurityCenter; names of repositories, asset lists and plugin families
     * as they were entered. Empty if there is no such filter, or if it has the format of the API and is not understood.
     *
     * @param name one of its own names; the filter may have that of SecurityCenter instead
     */
    public Optional<List<String>> values(String name) {
        JsonNode value = given.get(name);
        return value == null ? ofApi(name) : word(name, value).map(known -> known.values(parts(value)));
    }

    /** Returns the name that the user gave to the filter with one of its own names: that one, or that of SecurityCenter. */
    public String written(String name) {
        return given.containsKey(name)
                ? name
                : FilterName.of(name).orElseThrow().apiName();
    }

    private Optional<List<String>> ofApi(String name) {
        FilterName known = FilterName.of(name).orElseThrow();
        JsonNode value = given.get(known.apiName());
        try {
            return value == null || !value.isValueNode() ? Optional.empty() : Optional.of(known.values(parts(value)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static JsonNode value(FilterName word, List<String> parts, SecurityCenter server)
            throws SecurityCenterException, InterruptedException {
        return switch (word) {
            case FAMILY -> families(parts, server);
            case REPOSITORY -> repositories(parts, server);
            case ASSET ->
                reference(new Resource<>(server, ResourceType.ASSET)
                        .find(parts.get(0))
                        .id());
            default -> NODES.textNode(String.join(",", word.values(parts)));
        };
    }

    private static JsonNode repositories(List<String> parts, SecurityCenter server)
            throws SecurityCenterException, InterruptedException {
        ArrayNode references = NODES.arrayNode();
        for (String part : parts) {
            references.add(reference(
                    new Resource<>(server, ResourceType.REPOSITORY).find(part).id()));
        }
        return references;
    }

    /**
     * Returns references to all families with these names; active, passive and event plugins have families with the
     * same name.
     */
    private static JsonNode families(List<String> parts, SecurityCenter server)
            throws SecurityCenterException, InterruptedException {
        Resource<ResourceReference> resource = new Resource<>(server, ResourceType.PLUGIN_FAMILY);
        List<ResourceReference> all = resource.list();
        ArrayNode references = NODES.arrayNode();
        for (String part : parts) {
            List<ResourceReference> named = all.stream()
                    .filter(one -> one.name().equalsIgnoreCase(part))
                    .toList();
            for (ResourceReference family :
                    named.isEmpty() ? List.of(resource.lookup().find(part, all)) : named) {
                FilterName.FAMILY.values(List.of(family.id()));
                references.add(reference(family.id()));
            }
        }
        return references;
    }

    private static JsonNode reference(String id) {
        return NODES.objectNode().put("id", id);
    }

    /**
     * Returns the filter with that name, unless the value has the format of the API, in which case the name is
     * SecurityCenter's.
     */
    private static Optional<FilterName> word(String name, JsonNode value) {
        boolean plain = value.isValueNode();
        for (JsonNode element : value) {
            plain = value.isArray() && element.isValueNode();
        }
        return plain || value.isArray() && value.isEmpty() ? FilterName.of(name) : Optional.empty();
    }

    private static List<String> parts(JsonNode value) {
        List<String> parts = new ArrayList<>();
        for (JsonNode element : value.isArray() ? value : List.of(value)) {
            for (String part : element.asText().split(",")) {
                if (!part.isBlank()) {
                    parts.add(part.trim());
                }
            }
        }
        return parts;
    }
}
