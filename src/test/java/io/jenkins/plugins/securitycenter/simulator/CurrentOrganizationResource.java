package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code /currentOrganization}. */
final class CurrentOrganizationResource implements Resource {
    @Override
    public String name() {
        return "currentOrganization";
    }

    @Override
    public Reply answer(Call call, Caller caller) {
        caller.mustBeInOrganization("see the organization");
        if (!call.is("GET", 1)) {
            throw call.unknown();
        }
        ObjectNode organization = reference();
        organization.setAll(Json.texts(
                "email", "security@example.com",
                "phone", "",
                "zoneSelection", "auto_only",
                "restrictedIPs", "",
                "vulnScoreLow", "1",
                "vulnScoreMedium", "3",
                "vulnScoreHigh", "10",
                "vulnScoreCritical", "40",
                "userCount", "2"));
        return Reply.of(Fields.cut(organization, call, List.of()));
    }

    static ObjectNode reference() {
        return Json.texts("id", "1", "name", "Example organization", "description", "");
    }
}
