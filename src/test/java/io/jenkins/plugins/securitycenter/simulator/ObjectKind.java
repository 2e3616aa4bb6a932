package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * What sets one kind of objects apart from the others.
 *
 * @param name the first segment of its path, for example {@code asset}
 * @param label the word in messages, for example {@code Asset}
 * @param firstId the lowest id less one
 * @param content what objects hold
 */
record ObjectKind(String name, String label, long firstId, Access access, Content content) {
    private static final long FIRST_OF_ORGANIZATION = 1_000_000;
    private static final Access MINE = new Access(true, false, false);
    private static final Access SHARED = new Access(false, false, false);
    private static final Access FIXED = new Access(false, true, false);
    private static final Access ADMIN = new Access(false, true, true);

    private static final List<String> PLAIN = List.of("id", "name", "description");
    private static final List<String> RULE = List.of(
            "id",
            "repository",
            "organization",
            "user",
            "plugin",
            "hostType",
            "hostValue",
            "port",
            "protocol",
            "expires",
            "status",
            "newSeverity",
            "order");

    /** Every kind that the generic resource serves. */
    static final List<ObjectKind> ALL = List.of(
            new ObjectKind("repository", "Repository", 0, FIXED, new Content() {}),
            new ObjectKind("zone", "Zone", 0, FIXED, new Content() {}),
            new ObjectKind("scanner", "Scanner", 0, FIXED, new Content() {}),
            new ObjectKind("policy", "Policy", FIRST_OF_ORGANIZATION, MINE, new Content() {}),
            new ObjectKind("credential", "Credential", FIRST_OF_ORGANIZATION, MINE, new CredentialContent()),
            new ObjectKind("asset", "Asset", 0, MINE, new AssetContent()),
            new ObjectKind("query", "Query", 0, MINE, needing("name", "tool", "type")),
            new ObjectKind("reportDefinition", "Report Definition", 0, MINE, needing("name", "type")),
            new ObjectKind(
                    "alert", "Alert", 0, MINE, needing("name", "triggerName", "triggerOperator", "triggerValue")),
            new ObjectKind("ticket", "Ticket", 0, MINE, new TicketContent()),
            new ObjectKind("freeze", "Freeze", 0, SHARED, new FreezeContent()),
            new ObjectKind("blackout", "Blackout", 0, SHARED, new FreezeContent()),
            new ObjectKind("role", "Role", 0, SHARED, new Content() {}),
            new ObjectKind("group", "Group", 0, SHARED, new Content() {}),
            new ObjectKind("user", "User", 0, SHARED, needing("username", "roleID")),
            new ObjectKind("acceptRiskRule", "Accept Risk Rule", 0, SHARED, new RuleContent()),
            new ObjectKind("recastRiskRule", "Recast Risk Rule", 0, SHARED, new RuleContent()),
            new ObjectKind("agentGroup", "Agent Group", 0, FIXED, new Content() {}),
            new ObjectKind("organization", "Organization", 0, ADMIN, new Content() {}));

    /**
     * Who may do what.
     *
     * @param twoLists whether lists come as usable and manageable
     * @param fixed whether administrators alone change them
     * @param secret whether administrators alone see them
     */
    record Access(boolean twoLists, boolean fixed, boolean secret) {}

    /** What objects hold beside the fields of all. */
    interface Content {
        /** The fields to set for a request's body, of which {@code fresh} says whether it makes an object. */
        default ObjectNode read(ObjectNode body, boolean fresh) {
            if (fresh) {
                need(body, "name");
            }
            return body;
        }

        /** The object as it is at one moment. */
        default ObjectNode show(ObjectNode object, Instant now) {
            return object;
        }
    }

    /** The fields that lists show unless they are asked for others; none for all fields. */
    List<String> inLists() {
        return switch (name) {
            case "asset" -> List.of("id", "name", "description", "status", "type");
            case "scanner" -> List.of("id", "name", "description", "status", "agentCapable");
            case "repository" -> List.of("id", "name", "description", "dataFormat");
            case "zone", "role", "group" -> PLAIN;
            case "acceptRiskRule", "recastRiskRule" -> RULE;
            case "query", "agentGroup" -> List.of();
            default -> Fields.SHORT;
        };
    }

    private static Content needing(String... fields) {
        return new Content() {
            @Override
            public ObjectNode read(ObjectNode body, boolean fresh) {
                if (fresh) {
                    need(body, fields);
                }
                return body;
            }
        };
    }

    /** Turns bodies away that lack one of the fields. */
    static void need(ObjectNode body, String... fields) {
        Arrays.stream(fields)
                .filter(field -> body.path(field).isMissingNode()
                        || body.path(field).isTextual()
                                && body.path(field).asText().isBlank())
                .findFirst()
                .ifPresent(field -> {
                    throw Refusal.badRequest("The field '" + field + "' is required.");
                });
    }
}
