package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code /acceptRiskRule} and {@code /recastRiskRule}: one request makes a rule for each repository. */
final class RuleResource implements Resource {
    private final Library library;
    private final ObjectList list;

    RuleResource(Library library, ObjectList list) {
        this.library = library;
        this.list = list;
    }

    @Override
    public String name() {
        return list.name();
    }

    @Override
    public Reply answer(Call call, Caller caller) {
        if (!call.is("POST", 1)) {
            return list.answer(call, caller);
        }
        ObjectNode body = call.json();
        JsonNode repositories = body.remove("repositories");
        if (repositories == null || repositories.isEmpty()) {
            throw Refusal.badRequest("The field 'repositories' is required.");
        }
        if (name().equals("recastRiskRule")) {
            ObjectKind.need(body, "newSeverity");
        }
        List<String> ids = repositories.findValuesAsText("id");
        ids.forEach(id -> library.repositories.get(id, "get"));
        ArrayNode rules = Json.array();
        ids.forEach(id -> {
            ObjectNode one = body.deepCopy();
            one.set("repository", library.repositories.reference(id));
            rules.add(list.add(one, caller));
        });
        return Reply.of(rules);
    }
}
