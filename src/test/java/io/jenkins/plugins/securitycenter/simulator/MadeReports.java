package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All reports that were launched; the oldest are forgotten when there are too many. */
final class MadeReports {
    private static final int MOST = 1_000;
    private final Map<String, MadeReport> byId = new LinkedHashMap<>();
    private final Map<String, Integer> launches = new HashMap<>();
    private final Clock clock;
    private double seconds;
    private long bytes = 4_000;
    private boolean fails;
    private int lastId;

    MadeReports(SimulatorOptions options) {
        clock = options.clock();
        seconds = options.timing().scanSeconds();
    }

    synchronized void set(double duration, long size, boolean failing) {
        seconds = duration;
        bytes = size;
        fails = failing;
    }

    synchronized long bytes() {
        return bytes;
    }

    synchronized MadeReport launch(ObjectNode definition, Account owner) {
        launches.merge(definition.path("id").asText(), 1, Integer::sum);
        return put(definition, owner, new MadeReport.Making(clock.instant(), seconds, fails));
    }

    synchronized MadeReport copy(MadeReport report, Account owner) {
        return put(report.definition(), owner, report.making());
    }

    private MadeReport put(ObjectNode definition, Account owner, MadeReport.Making making) {
        MadeReport report = new MadeReport(String.valueOf(++lastId), definition.deepCopy(), owner, making);
        byId.put(report.id(), report);
        if (byId.size() > MOST) {
            byId.remove(byId.keySet().iterator().next());
        }
        return report;
    }

    synchronized int launches(String definitionId) {
        return launches.getOrDefault(definitionId, 0);
    }

    synchronized List<MadeReport> all() {
        return new ArrayList<>(byId.values());
    }

    synchronized MadeReport get(String id, String verb) {
        MadeReport report = byId.get(id);
        if (report == null) {
            throw Refusal.missing("Report Result", id, verb);
        }
        return report;
    }

    synchronized void delete(String id) {
        byId.remove(get(id, "delete").id());
    }
}
