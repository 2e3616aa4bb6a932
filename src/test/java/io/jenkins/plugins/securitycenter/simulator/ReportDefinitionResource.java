package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code /reportDefinition}: an ordinary list of objects, which can be launched and copied. */
final class ReportDefinitionResource implements Resource {
    private final World world;
    private final ObjectList list;

    ReportDefinitionResource(World world, ObjectList list) {
        this.world = world;
        this.list = list;
    }

    @Override
    public String name() {
        return "reportDefinition";
    }

    @Override
    public Reply answer(Call call, Caller caller) {
        caller.mustBeInOrganization("use report definitions");
        if (!call.is("POST", 3)) {
            return list.answer(call, caller);
        }
        ObjectNode definition = world.library().reportDefinitions.get(call.segment(1), call.segment(2));
        return switch (call.segment(2)) {
            case "launch" -> launch(definition, caller);
            case "copy" -> Reply.of(list.copy(definition, call.json(), caller));
            default -> throw call.unknown();
        };
    }

    private Reply launch(ObjectNode definition, Caller caller) {
        ObjectNode answer =
                Json.texts("reportDefinitionID", definition.path("id").asText());
        answer.set(
                "reportResult",
                world.reports().launch(definition, caller.account()).launched());
        return Reply.of(answer);
    }
}
