package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The scan definitions of one kind: how they are made, changed and read; and how their runs are meant to end. */
final class ScanDefinitions {
    private static final ObjectNode DEFAULTS = Json.texts(
            "ipList",
            "",
            "type",
            "policy",
            "dhcpTracking",
            "false",
            "classifyMitigatedAge",
            "0",
            "emailOnLaunch",
            "false",
            "emailOnFinish",
            "false",
            "timeoutAction",
            "import",
            "scanningVirtualHosts",
            "false",
            "rolloverType",
            "template",
            "status",
            "0",
            "createdTime",
            "",
            "modifiedTime",
            "",
            "maxScanTime",
            "3600");

    final Records records;
    final ScanFamily family;
    private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
    private final Library library;
    private final Clock clock;
    private final boolean uuids;

    ScanDefinitions(ScanFamily family, Library library, SimulatorOptions options) {
        this.family = family;
        records = new Records(family.label(), family.firstId());
        this.library = library;
        clock = options.clock();
        uuids = options.profile().isSix();
        family.addDefaults(this);
    }

    /** The active scans that are there at the start. */
    void addActive() {
        addDefault("Weekly network scan", "1", Outcome.COMPLETED);
        addDefault("DMZ", "1", Outcome.COMPLETED);
        addDefault("Twice", "1", Outcome.COMPLETED);
        addDefault("Twice", "1", Outcome.COMPLETED);
        addDefault("Unreachable network", "1", Outcome.ERROR);
        addDefault("Short maintenance window", "1", Outcome.PARTIAL);
        addDefault("Broken import", "1", Outcome.IMPORT_ERROR);
        addDefault("Over the licence", "1", Outcome.IMPORT_BLOCKED);
        addDefault("Restricted zone", "2", Outcome.COMPLETED);
    }

    /** A scan of another kind, whose targets are in a field of its own. */
    void addNamed(String name, String field, String value) {
        ObjectNode body = Json.texts("name", name);
        if (field.equals("agentGroups")) {
            body.set(field, Json.array().add(Json.texts("id", value)));
        } else {
            body.put(field, value);
        }
        body.set("repository", Json.texts("id", "1"));
        body.set("policy", Json.texts("id", "1000002"));
        add(body, Account.CI);
    }

    private void addDefault(String name, String repository, Outcome outcome) {
        int network = 17 + records.all().size();
        ObjectNode body = Json.texts("name", name, "ipList", "10." + network + ".0.1-10." + network + ".255.254");
        body.set("repository", Json.texts("id", repository));
        body.set("policy", Json.texts("id", "1000001"));
        outcomes.put(add(body, Account.CI).path("id").asText(), outcome);
    }

    Outcome outcome(String id) {
        return outcomes.getOrDefault(id, Outcome.COMPLETED);
    }

    void end(String id, Outcome outcome) {
        outcomes.put(id, outcome);
    }

    /** A new definition from the body of a request. */
    ObjectNode add(ObjectNode body, Account owner) {
        if (body.path("name").asText().isBlank()) {
            throw Refusal.badRequest("A " + family.label() + " must have a name.");
        }
        if (Json.id(body.path("repository")).isEmpty()) {
            throw Refusal.badRequest("A " + family.label() + " must have a Repository.");
        }
        mustNamePlugin(body);
        String id = records.newId();
        ObjectNode scan = Json.texts("id", id, "name", "", "description", "");
        scan.setAll(DEFAULTS);
        if (family != ScanFamily.ACTIVE) {
            scan.remove("ipList");
        }
        scan.put("createdTime", now());
        scan.set("reports", Json.array());
        scan.set("assets", Json.array());
        scan.set("credentials", Json.array());
        scan.put("numDependents", "0");
        scan.set("schedule", schedule(Json.texts("type", "template"), id));
        for (String reference : new String[] {"policy", "repository", "plugin", "zone"}) {
            scan.set(reference, Json.nothing());
        }
        scan.put("canUse", "true").put("canManage", "true");
        scan.set("policyPrefs", Json.array());
        scan.set("ownerGroup", owner.groupReference());
        scan.set("creator", owner.reference());
        scan.set("owner", owner.reference());
        if (uuids) {
            scan.put("uuid", Uuids.of(family.label(), id));
        }
        change(scan, body);
        return records.put(scan);
    }

    /** A policy with a context belongs to the remediation of one plugin. */
    private void mustNamePlugin(ObjectNode body) {
        boolean context = library.policies
                .find(Json.id(body.path("policy")))
                .filter(policy -> !policy.path("context").asText().isEmpty())
                .isPresent();
        if (context && Json.text(body, "pluginID", "-1").equals("-1")) {
            throw Refusal.badRequest("A scan containing a context Policy must include a pluginID");
        }
    }

    /** Applies any subset of fields. */
    void change(ObjectNode scan, ObjectNode body) {
        body.properties().forEach(field -> {
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "id" -> {}
                case "policy" -> scan.set("policy", policy(Json.id(value)));
                case "repository" -> scan.set("repository", existing(library.repositories, Json.id(value)));
                case "zone" -> scan.set("zone", library.zones.reference(Json.id(value)));
                case "pluginID", "plugin" -> scan.set("plugin", plugin(Json.id(value)));
                case "assets" -> scan.set("assets", references(library.assets, value));
                case "credentials" -> scan.set("credentials", references(library.credentials, value));
                case "schedule" ->
                    scan.set("schedule", schedule(value, scan.path("id").asText()));
                default ->
                    scan.set(
                            field.getKey(),
                            value.isContainerNode()
                                    ? value
                                    : Json.MAPPER.getNodeFactory().textNode(value.asText()));
            }
        });
        scan.put("modifiedTime", now());
    }

    private ObjectNode policy(String id) {
        ObjectNode policy = existing(library.policies, id).put("context", "").put("tags", "");
        policy.set("owner", Account.CI.reference());
        policy.set("ownerGroup", Account.CI.groupReference());
        return policy;
    }

    private static ObjectNode plugin(String id) {
        return id.equals("-1")
                ? Json.nothing()
                : Json.reference(id, Catalogue.byId(id).name());
    }

    private static ObjectNode existing(Records records, String id) {
        records.get(id, "get");
        return records.reference(id);
    }

    private static ArrayNode references(Records records, JsonNode list) {
        ArrayNode references = Json.array();
        list.forEach(entry -> references.add(existing(records, Json.id(entry))));
        return references;
    }

    private static ObjectNode schedule(JsonNode wish, String scanId) {
        ObjectNode schedule = Json.texts("id", String.valueOf(70 + Long.parseLong(scanId)), "objectType", "scan");
        schedule.put("type", Json.text(wish, "type", "template"));
        schedule.put("start", wish.path("start").asText())
                .put("repeatRule", wish.path("repeatRule").asText());
        return schedule.put("nextRun", 0);
    }

    private String now() {
        return String.valueOf(clock.instant().getEpochSecond());
    }
}
