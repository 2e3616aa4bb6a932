package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Asset lists: what defines them comes flat and goes back in {@code typeFields}. */
final class AssetContent implements ObjectKind.Content {
    private static final Map<String, String> FIELD_BY_TYPE = Map.of(
            "static", "definedIPs",
            "watchlist", "definedIPs",
            "dnsname", "definedDNSNames",
            "dynamic", "rules",
            "combination", "combinations",
            "ldapquery", "definedLDAPQuery");

    @Override
    public ObjectNode read(ObjectNode body, boolean fresh) {
        ObjectNode fields = body.deepCopy();
        if (fresh) {
            ObjectKind.need(body, "name", "type");
            String defining = FIELD_BY_TYPE.get(body.path("type").asText());
            if (defining == null) {
                throw Refusal.badRequest("The type '" + body.path("type").asText() + "' is invalid (valid types: "
                        + String.join(", ", FIELD_BY_TYPE.keySet()) + ").");
            }
            ObjectKind.need(body, defining);
            fields.put("ipCount", -1).put("tags", Json.text(body, "tags", ""));
            fields.put("context", Json.text(body, "context", ""));
            fields.putArray("repositories")
                    .addObject()
                    .put("ipCount", "-1")
                    .set("repository", Json.reference("1", "Default"));
            fields.set("groups", Json.array());
            fields.set("assetDataFields", Json.array());
            fields.set("template", Json.nothing());
            fields.set("targetGroup", Json.nothing());
        }
        ObjectNode typeFields = Json.object();
        FIELD_BY_TYPE.values().stream()
                .distinct()
                .filter(body::has)
                .forEach(field -> typeFields.set(field, fields.remove(field)));
        return typeFields.isEmpty() ? fields : fields.set("typeFields", typeFields);
    }
}
