package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.model.Reference;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which findings to read ({@code POST /analysis}).
 *
 * @param scanResultId for {@link Source#INDIVIDUAL}; null otherwise
 * @param filters values by filter name; a name can have one filter only
 */
public record AnalysisQuery(Source source, String scanResultId, Map<String, JsonNode> filters) {

    private static final Set<String> PLACES =
            Set.of("ip", "dnsName", "uuid", "repository", "repositoryIDs", "asset", "assetID");

    /** Where findings come from. */
    public enum Source {
        /** The findings of one scan result. */
        INDIVIDUAL,
        /** All open findings of the account's repositories. */
        CUMULATIVE,
        /** Findings that were mitigated. */
        PATCHED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public AnalysisQuery {
        filters = Map.copyOf(filters);
        if (source == Source.INDIVIDUAL) {
            Objects.requireNonNull(scanResultId);
        }
    }

    public static AnalysisQuery ofScanResult(String id) {
        return new AnalysisQuery(Source.INDIVIDUAL, id, Map.of());
    }

    public static AnalysisQuery of(Source source) {
        return new AnalysisQuery(source, null, Map.of());
    }

    public AnalysisQuery filter(String name, JsonNode value) {
        Map<String, JsonNode> more = new LinkedHashMap<>(filters);
        more.put(name, value);
        return new AnalysisQuery(source, scanResultId, more);
    }

    public AnalysisQuery filter(String name, String value) {
        return filter(name, JsonNodeFactory.instance.textNode(value));
    }

    /**
     * The same with only those filters that choose places: what it finds on a host is of no matter to the question
     * whether the host was scanned.
     */
    public AnalysisQuery ofPlaces() {
        Map<String, JsonNode> places = new LinkedHashMap<>(filters);
        places.keySet().retainAll(PLACES);
        return new AnalysisQuery(source, scanResultId, places);
    }

    /** The same of the findings that are open. */
    AnalysisQuery open() {
        return new AnalysisQuery(Source.CUMULATIVE, null, filters);
    }

    /** The same of all scans, in that repository if it is known. */
    AnalysisQuery cumulative(Optional<Reference> repository) {
        AnalysisQuery all = open();
        return repository.isEmpty() || filters.containsKey("repository") || filters.containsKey("repositoryIDs")
                ? all
                : all.filter("repositoryIDs", repository.get().id());
    }

    /** Only findings of that severity or a worse one. */
    public AnalysisQuery minimumSeverity(Severity minimum) {
        return minimum == Severity.INFO
                ? this
                : filter(
                        "severity",
                        Arrays.stream(Severity.values())
                                .filter(severity -> severity.atLeast(minimum))
                                .map(severity -> Integer.toString(severity.id()))
                                .collect(Collectors.joining(",")));
    }

    /**
     * The body of the call. What servers before and since 6.0 look for in different places is sent in both: with
     * {@code scanID} in the wrong one, the answer silently holds the findings of all scans.
     */
    ObjectNode body(String tool, long start, long end) {
        ObjectNode query =
                JsonNodeFactory.instance.objectNode().put("type", "vuln").put("tool", tool);
        var list = query.putArray("filters");
        filters.forEach((name, value) ->
                list.addObject().put("filterName", name).put("operator", "=").set("value", value));
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("type", "vuln");
        body.set("query", query);
        for (ObjectNode place : new ObjectNode[] {query, body}) {
            place.put("sourceType", source.word()).put("startOffset", start).put("endOffset", end);
            if (source == Source.INDIVIDUAL) {
                place.put("scanID", scanResultId).put("view", "all");
            }
        }
        return body;
    }

    /** The same body with an order, so that rows keep their places from page to page; an address has few rows. */
    ObjectNode sorted(String tool, long start, long end) {
        ObjectNode body = body(tool, start, end);
        for (ObjectNode place : new ObjectNode[] {body, (ObjectNode) body.get("query")}) {
            place.put("sortField", "ip").put("sortDir", "ASC");
        }
        return body;
    }
}
