package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;

/** {@code /agentGroup}: groups of agents, also those of one scanner. */
final class AgentGroupResource implements Resource {
    private final Library library;

    AgentGroupResource(Library library) {
        this.library = library;
    }

    @Override
    public String name() {
        return "agentGroup";
    }

    @Override
    public Reply answer(Call call, Caller caller) {
        if (!call.is("GET", 3) || !call.segment(2).equals("remote")) {
            return library.list(name()).answer(call, caller);
        }
        String scanner = library.records("scanner")
                .get(call.segment(1), "get")
                .path("id")
                .asText();
        ArrayNode groups = Json.array();
        library.records(name()).all().stream()
                .filter(group -> group.path("nessusManagerID").asText().equals(scanner))
                .forEach(groups::add);
        return Reply.of(groups);
    }
}
