package io.jenkins.plugins.securitycenter.simulator;

import static io.jenkins.plugins.securitycenter.simulator.Conditions.addresses;
import static io.jenkins.plugins.securitycenter.simulator.Conditions.days;
import static io.jenkins.plugins.securitycenter.simulator.Conditions.part;
import static io.jenkins.plugins.securitycenter.simulator.Conditions.range;
import static io.jenkins.plugins.securitycenter.simulator.Conditions.split;
import static io.jenkins.plugins.securitycenter.simulator.Conditions.words;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** Understands the filters of an analysis: commas inside a value are "or", several filters are "and". */
final class Filters {
    private static final List<String> WITHOUT_EFFECT = List.of(
            "iavmID",
            "msbulletinID",
            "cceID",
            "pluginType",
            "stigSeverity",
            "policyID",
            "policy",
            "dataFormat",
            "benchmarkName",
            "auditFile",
            "responsibleUser",
            "lastMitigated",
            "daysMitigated",
            "recastRiskStatus",
            "mitigatedStatus",
            "exploitFrameworks",
            "operatingSystem",
            "cvssVector");
    private static final List<String> NEWER = List.of(
            "cvssV4BaseScore",
            "epssScore",
            "assetCriticalityRating",
            "assetExposureScore",
            "aesSeverity",
            "cvssV4Vector");

    private final Map<String, Function<JsonNode, Predicate<Row>>> byName = new LinkedHashMap<>();

    Filters(Profile profile, Instant now, Library library) {
        addExact();
        addPartial();
        addTimes(now);
        byName.put("repository", value -> repositories(value, "repository"));
        byName.put("family", value -> byName.get("familyID").apply(ids(value)));
        byName.put("ip", value -> addresses(value.asText()));
        byName.put("asset", value -> asset(library, Json.id(value)));
        byName.put("assetID", value -> asset(library, value.asText()));
        byName.put("baseCVSSScore", range(row -> row.plugin().cvss()));
        byName.put("cvssV3BaseScore", range(row -> row.plugin().cvss()));
        byName.put("wasVuln", value -> row -> !value.asText().equals("onlyWas"));
        byName.put("acceptRiskStatus", value -> row -> switch (value.asText()) {
            case "accepted" -> row.accepted();
            case "nonAcceptedRisk" -> !row.accepted();
            default -> true;
        });
        WITHOUT_EFFECT.forEach(name -> byName.put(name, value -> row -> true));
        if (profile.isSix()) {
            byName.put("vprScore", range(row -> row.plugin().vpr()));
            NEWER.forEach(name -> byName.put(name, value -> row -> true));
        }
    }

    private void addExact() {
        byName.put("severity", words(row -> String.valueOf(row.severity().ordinal())));
        byName.put("pluginID", words(row -> row.plugin().id()));
        byName.put("port", words(row -> String.valueOf(row.plugin().product().port())));
        byName.put(
                "protocol", words(row -> String.valueOf(row.plugin().product().protocolNumber())));
        byName.put("uuid", words(row -> row.host().uuid()));
        byName.put("repositoryIDs", words(Row::repositoryId));
        byName.put("familyID", words(row -> row.plugin().product().family().id()));
        byName.put("exploitAvailable", words(row -> String.valueOf(row.plugin().exploitable())));
    }

    private void addPartial() {
        byName.put("dnsName", part(row -> row.host().dnsName()));
        byName.put("pluginName", part(row -> row.plugin().name()));
        byName.put("pluginText", part(Row::output));
        byName.put("cveID", part(row -> row.plugin().cves()));
        byName.put("xref", part(row -> "SIM:" + row.plugin().id()));
        byName.put("cpe", part(row -> row.plugin().cpe()));
    }

    private void addTimes(Instant now) {
        byName.put("lastSeen", days(now, Row::lastSeen));
        byName.put("firstSeen", days(now, Row::firstSeen));
        byName.put("vulnPublished", days(now, row -> row.plugin().published(-30)));
        byName.put("patchPublished", days(now, row -> row.plugin().published(-10)));
        byName.put("pluginPublished", days(now, row -> row.plugin().published(0)));
        byName.put("pluginModified", days(now, row -> row.plugin().published(100)));
    }

    /** Refuses the filter as one that is not known. */
    void forget(String name) {
        byName.remove(name);
    }

    /**
     * One condition from all filters; the later one of two with the same name counts.
     *
     * @throws Refusal for an unknown name or a value of the wrong shape
     */
    Predicate<Row> read(JsonNode filters) {
        Map<String, Predicate<Row>> conditions = new LinkedHashMap<>();
        for (JsonNode filter : filters) {
            String name = Json.text(filter, "filterName", filter.path("id").asText());
            Function<JsonNode, Predicate<Row>> maker = byName.get(name);
            if (maker == null) {
                throw Refusal.badRequest("Invalid parameters specified for vuln query.  The filter '" + name
                        + "' is invalid (valid filters: " + String.join(", ", new TreeSet<>(byName.keySet())) + ").");
            }
            Predicate<Row> condition = maker.apply(filter.path("value"));
            conditions.put(name, filter.path("operator").asText().equals("!=") ? condition.negate() : condition);
        }
        return conditions.values().stream().reduce(row -> true, Predicate::and);
    }

    private static Predicate<Row> asset(Library library, String id) {
        String ips = library.assets
                .get(id, "get")
                .path("typeFields")
                .path("definedIPs")
                .asText();
        return id.equals("0") ? row -> true : addresses(ips);
    }

    private static Predicate<Row> repositories(JsonNode value, String name) {
        JsonNode list = ids(value);
        for (String id : split(list.asText())) {
            if (!id.matches("\\d+")) {
                throw Refusal.badRequest(
                        "The value for Filter \"" + name + "\" contains a record without a numeric 'id' field.");
            }
        }
        return words(Row::repositoryId).apply(list);
    }

    /** References or a bare text as comma-separated ids; a record without an id leaves a gap. */
    private static JsonNode ids(JsonNode value) {
        List<String> ids = new ArrayList<>();
        (value.isArray() ? value : Json.array().add(value)).forEach(entry -> {
            String id = Json.id(entry);
            ids.add(id.isEmpty() ? "?" : id);
        });
        return Json.MAPPER.getNodeFactory().textNode(String.join(",", ids));
    }
}
