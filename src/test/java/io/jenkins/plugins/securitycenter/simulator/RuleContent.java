package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Rules that accept or recast a risk; one of them is about one repository. */
final class RuleContent implements ObjectKind.Content {
    @Override
    public ObjectNode read(ObjectNode body, boolean fresh) {
        if (!fresh) {
            throw Refusal.badRequest("Rules cannot be edited.");
        }
        ObjectKind.need(body, "plugin", "repository", "hostType");
        String plugin = Json.id(body.path("plugin"));
        ObjectNode rule = body.deepCopy();
        rule.set(
                "plugin",
                Json.reference(
                        plugin, Catalogue.knows(plugin) ? Catalogue.byId(plugin).name() : ""));
        rule.put("port", Json.text(body, "port", "any")).put("protocol", Json.text(body, "protocol", "any"));
        rule.put("expires", Json.text(body, "expires", "-1")).put("comments", Json.text(body, "comments", ""));
        return rule;
    }
}
