package io.jenkins.plugins.securitycenter.client.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A query for findings ({@code POST /analysis}).
 *
 * @param scanResultId the scan result for {@link SourceType#INDIVIDUAL}; null otherwise
 * @param filters the filter values by filter name; each name can have one filter only
 * @param withAccepted whether to ask for accepted findings as well, which some servers leave out otherwise; older servers
 *     do not know that filter
 * @param pageSize the number of rows to request at a time
 */
public record AnalysisQuery(
        SourceType source,
        @Nullable String scanResultId,
        Map<String, JsonNode> filters,
        boolean withAccepted,
        int pageSize) {

    /** The usual number of rows to request at a time. */
    static final int ROWS = 500;

    private static final String ACCEPTED = "acceptRiskStatus";

    private static final Set<String> PLACES =
            Set.of("ip", "dnsName", "uuid", "repository", "repositoryIDs", "asset", "assetID");
    /** The time at which a host was scanned, which all of its findings that still exist then have. */
    private static final String SEEN = "lastSeen";

    static final String PLUGIN = "pluginID";
    static final String SEVERITY = "severity";

    /** The source of findings. */
    public enum SourceType {
        /** The findings of one scan result. */
        INDIVIDUAL,
        /** All open findings of the account's repositories. */
        CUMULATIVE,
        /** Mitigated findings. */
        PATCHED;

        String word() {
            return EnumWords.of(this);
        }
    }

    public AnalysisQuery {
        filters = Map.copyOf(filters);
        if (source == SourceType.INDIVIDUAL) {
            Objects.requireNonNull(scanResultId);
        }
    }

    public AnalysisQuery(SourceType source, @Nullable String scanResultId, Map<String, JsonNode> filters) {
        this(source, scanResultId, filters, false, ROWS);
    }

    public static AnalysisQuery ofScanResult(String id) {
        return new AnalysisQuery(SourceType.INDIVIDUAL, id, Map.of());
    }

    public static AnalysisQuery of(SourceType source) {
        return new AnalysisQuery(source, null, Map.of());
    }

    public AnalysisQuery filter(String name, JsonNode value) {
        Map<String, JsonNode> more = new LinkedHashMap<>(filters);
        more.put(name, value);
        return new AnalysisQuery(source, scanResultId, more, withAccepted, pageSize);
    }

    public AnalysisQuery filter(String name, String value) {
        return filter(name, JsonNodeFactory.instance.textNode(value));
    }

    /**
     * Returns this query with only those filters that select hosts, because filters on findings are irrelevant to the
     * question whether a host was scanned.
     */
    public AnalysisQuery ofPlaces() {
        return only(PLACES::contains);
    }

    /**
     * Returns this query with only those filters that select hosts and when they were scanned: it returns nothing if no
     * host was scanned in that time.
     */
    public AnalysisQuery ofScannedPlaces() {
        return only(name -> PLACES.contains(name) || name.equals(SEEN));
    }

    private AnalysisQuery only(Predicate<String> wanted) {
        Map<String, JsonNode> some = new LinkedHashMap<>(filters);
        some.keySet().removeIf(wanted.negate());
        return new AnalysisQuery(source, scanResultId, some, withAccepted, pageSize);
    }

    /** Returns this query for accepted findings as well, unless it has a filter for them. */
    public AnalysisQuery asking() {
        boolean decided = source == SourceType.PATCHED || filters.containsKey(ACCEPTED);
        return new AnalysisQuery(source, scanResultId, filters, !decided, pageSize);
    }

    /** Returns this query with another number of rows to request at a time. */
    public AnalysisQuery inPages(int rows) {
        return new AnalysisQuery(source, scanResultId, filters, withAccepted, rows);
    }

    /** Returns whether all filters select hosts, so that the query returns all findings of its hosts. */
    public boolean wholeHosts() {
        return PLACES.containsAll(filters.keySet());
    }

    /**
     * Returns a query for all findings of some plugins on the same hosts. It asks for accepted findings if this query does or
     * filters them.
     *
     * @param plugins IDs with commas
     */
    public AnalysisQuery ofPlugins(String plugins) {
        AnalysisQuery places = ofPlaces().filter(PLUGIN, plugins);
        return filters.containsKey(ACCEPTED) ? places.asking() : places;
    }

    /** Returns this query for all open findings. */
    AnalysisQuery open() {
        return new AnalysisQuery(SourceType.CUMULATIVE, null, filters, withAccepted, pageSize);
    }

    /** Returns this query for the findings of all scans, in the given repository if it is known. */
    AnalysisQuery cumulative(Optional<ResourceReference> repository) {
        AnalysisQuery all = open();
        return repository.isEmpty() || filters.containsKey("repository") || filters.containsKey("repositoryIDs")
                ? all
                : all.filter("repositoryIDs", repository.get().id());
    }

    /** Returns this query for findings with at least the given severity. */
    public AnalysisQuery minimumSeverity(Severity minimum) {
        return minimum == Severity.INFO
                ? this
                : filter(
                        SEVERITY,
                        Arrays.stream(Severity.values())
                                .filter(severity -> severity.atLeast(minimum))
                                .map(severity -> Integer.toString(severity.id()))
                                .collect(Collectors.joining(",")));
    }

    /**
     * Returns the body of the request. Servers before and since 6.0 read some fields in different places, so these are
     * sent in both; with {@code scanID} in the wrong place, a server silently returns the findings of all scans.
     */
    ObjectNode body(String tool, long start, long end) {
        ObjectNode query =
                JsonNodeFactory.instance.objectNode().put("type", "vuln").put("tool", tool);
        var list = query.putArray("filters");
        filters.forEach((name, value) ->
                list.addObject().put("filterName", name).put("operator", "=").set("value", value));
        if (withAccepted) {
            list.addObject().put("filterName", ACCEPTED).put("operator", "=").put("value", "all");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("type", "vuln");
        body.set("query", query);
        for (ObjectNode place : new ObjectNode[] {query, body}) {
            place.put("sourceType", source.word()).put("startOffset", start).put("endOffset", end);
            if (source == SourceType.INDIVIDUAL) {
                place.put("scanID", scanResultId).put("view", "all");
            }
        }
        return body;
    }

    /**
     * Returns the body with a sort order, so that rows keep their positions across pages; few rows share an address.
     */
    ObjectNode sorted(String tool, long start, long end) {
        ObjectNode body = body(tool, start, end);
        for (ObjectNode place : new ObjectNode[] {body, (ObjectNode) body.get("query")}) {
            place.put("sortField", "ip").put("sortDir", "ASC");
        }
        return body;
    }
}
