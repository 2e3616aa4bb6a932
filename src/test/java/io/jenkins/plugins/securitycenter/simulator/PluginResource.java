package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code /plugin}: the catalogue of checks, paged. */
final class PluginResource implements Resource {
    private static final List<String> LISTED = List.of("id", "name", "description");

    @Override
    public String name() {
        return "plugin";
    }

    @Override
    public Reply answer(Call call, Caller caller) {
        if (call.is("GET", 1)) {
            List<CataloguePlugin> all = Catalogue.PLUGINS;
            int from = offset(call.query("startOffset"), 0);
            int to = offset(call.query("endOffset"), 50);
            List<ObjectNode> page =
                    all.subList(Math.min(from, all.size()), Math.min(Math.max(from, to), all.size())).stream()
                            .map(plugin -> Fields.cut(json(plugin), call, LISTED))
                            .toList();
            return Reply.of(Json.array().addAll(page));
        }
        if (call.is("GET", 2)) {
            if (!Catalogue.knows(call.segment(1))) {
                throw Refusal.missing("Plugin", call.segment(1), "get");
            }
            return Reply.of(Fields.cut(json(Catalogue.byId(call.segment(1))), call, List.of()));
        }
        throw call.unknown();
    }

    private static ObjectNode json(CataloguePlugin plugin) {
        ObjectNode record = Json.texts(
                "id", plugin.id(),
                "name", plugin.name(),
                "description", plugin.description(),
                "type", "active",
                "riskFactor", plugin.severity().label(),
                "solution", plugin.solution(),
                "synopsis", plugin.synopsis(),
                "seeAlso", "",
                "exploitAvailable", String.valueOf(plugin.exploitable()),
                "xrefs", plugin.cves());
        record.put("baseScore", plugin.cvss().isEmpty() ? null : plugin.cvss());
        record.set("family", plugin.family());
        return record;
    }

    private static int offset(String text, int otherwise) {
        try {
            return text.isBlank() ? otherwise : Math.max(0, Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("The offset '" + text + "' is not a number.");
        }
    }
}
