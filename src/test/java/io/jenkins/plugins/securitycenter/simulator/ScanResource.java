package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** {@code /scan}, {@code /agentScan} and {@code /wasScan}: the definitions and their launch. */
final class ScanResource implements Resource {
    private final World world;
    private final ScanDefinitions definitions;

    ScanResource(World world, ScanDefinitions definitions) {
        this.world = world;
        this.definitions = definitions;
    }

    @Override
    public String name() {
        return definitions.family.path();
    }

    @Override
    public Reply answer(Call call, Caller caller) {
        String id = call.segment(1);
        if (call.is("GET", 1)) {
            return list(call, caller);
        }
        if (call.is("POST", 1)) {
            return Reply.of(add(call, caller.mustBeInOrganization("add scans")));
        }
        if (call.is("GET", 2)) {
            return Reply.of(Fields.cut(records().get(id, "get"), call, List.of()));
        }
        if (call.is("PATCH", 2)) {
            ObjectNode scan = manageable(id, caller, "edit");
            definitions.change(scan, call.json());
            return Reply.of(scan);
        }
        if (call.is("DELETE", 2)) {
            records().find(id).ifPresent(scan -> manageable(id, caller, "delete"));
            records().delete(id);
            return Reply.nothing();
        }
        if (call.is("POST", 3)) {
            return act(call, caller.mustBeInOrganization("run scans"), id);
        }
        throw call.unknown();
    }

    private Reply list(Call call, Caller caller) {
        if (caller.account().administrator()) {
            return Reply.of(Fields.plain(List.of(), call));
        }
        return Reply.of(Fields.lists(records().all(), call, scan -> manages(caller, scan)));
    }

    private ObjectNode add(Call call, Caller caller) {
        ObjectNode body = call.json();
        world.guard().launchRight(caller, definitions.family);
        ObjectNode scan = definitions.add(body, caller.account());
        try {
            if (definitions.family == ScanFamily.ACTIVE && !targets(scan).isBlank()) {
                world.guard().freeze(scan, targets(scan));
            }
        } catch (Refusal refusal) {
            records().delete(scan.path("id").asText());
            throw refusal;
        }
        if (!body.path("schedule").path("type").asText().equals("now")) {
            return scan;
        }
        return scan.deepCopy()
                .put("scanResultID", start(scan, caller, targets(scan)).id());
    }

    private Reply act(Call call, Caller caller, String id) {
        switch (call.segment(2)) {
            case "launch":
                return Reply.of(launch(call, caller, records().get(id, "launch")));
            case "copy":
                ObjectNode body = records().get(id, "copy").deepCopy();
                body.put(
                        "name", Json.text(call.json(), "name", body.path("name").asText()));
                ObjectNode copy = definitions.add(body, caller.account());
                ObjectNode answer = Json.object();
                answer.set("scan", copy);
                return Reply.of(answer);
            default:
                throw call.unknown();
        }
    }

    private ObjectNode launch(Call call, Caller caller, ObjectNode scan) {
        String diagnostic = call.json().path("diagnosticTarget").asText();
        Run run = start(scan, caller, diagnostic.isEmpty() ? targets(scan) : diagnostic);
        ObjectNode answer = Json.texts("scanID", scan.path("id").asText());
        answer.set("scanResult", new RunJson(run, world.now(), true).launched());
        return answer;
    }

    private Run start(ObjectNode scan, Caller caller, String targets) {
        if (targets.isBlank()) {
            throw Refusal.of(149, "Scan launch failed.\nThe scan has no targets.\n");
        }
        world.guard().launchRight(caller, definitions.family);
        if (definitions.family != ScanFamily.AGENT) {
            world.guard().freeze(scan, targets);
        }
        ScanScope scope = world.library()
                .policies
                .find(Json.id(scan.path("policy")))
                .map(policy -> ScanScope.of(policy, targets))
                .orElse(ScanScope.ALL);
        return world.runs().launch(definitions, scan, caller.account(), targets, scope);
    }

    /** The addresses of the definition and of its asset lists. */
    private String targets(ObjectNode scan) {
        if (definitions.family != ScanFamily.ACTIVE) {
            return definitions.family.targets(scan);
        }
        List<String> parts = new ArrayList<>();
        parts.add(scan.path("ipList").asText());
        scan.path("assets")
                .forEach(asset -> world.library()
                        .assets
                        .find(Json.id(asset))
                        .map(found -> found.path("typeFields"))
                        .ifPresent(fields -> {
                            parts.add(fields.path("definedIPs").asText());
                            parts.add(fields.path("definedDNSNames").asText());
                        }));
        parts.removeIf(String::isBlank);
        return String.join(",", parts);
    }

    private ObjectNode manageable(String id, Caller caller, String verb) {
        ObjectNode scan = records().get(id, verb);
        if (!manages(caller, scan)) {
            throw Refusal.forbidden(verb + " this scan");
        }
        return scan;
    }

    private static boolean manages(Caller caller, ObjectNode scan) {
        return caller.account() == Account.CI
                || scan.path("owner")
                        .path("id")
                        .asText()
                        .equals(caller.account().id());
    }

    private Records records() {
        return definitions.records;
    }
}
