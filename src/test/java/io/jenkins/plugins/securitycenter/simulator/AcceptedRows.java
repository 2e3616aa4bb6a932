package io.jenkins.plugins.securitycenter.simulator;

import java.util.Map;
import java.util.TreeMap;

/**
 * Findings of which rules accept some.
 *
 * @param rules the comments of the rules by the ids of their plugins
 */
record AcceptedRows(Rows all, Map<String, String> rules) implements Rows {

    static Rows of(Rows all, World world) {
        Map<String, String> rules = new TreeMap<>();
        world.records("acceptRiskRule")
                .all()
                .forEach(rule -> rules.put(
                        Json.id(rule.path("plugin")), rule.path("comments").asText()));
        return rules.isEmpty() ? all : new AcceptedRows(all, rules);
    }

    @Override
    public int size() {
        return all.size();
    }

    @Override
    public Row row(int index) {
        Row row = all.row(index);
        String comment = rules.get(row.plugin().id());
        if (comment != null) {
            row.accept(comment);
        }
        return row;
    }

    @Override
    public String key() {
        return all.key() + rules;
    }
}
