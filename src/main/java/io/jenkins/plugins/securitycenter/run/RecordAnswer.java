package io.jenkins.plugins.securitycenter.run;

import io.jenkins.plugins.securitycenter.gate.Changes;
import io.jenkins.plugins.securitycenter.gate.GateVerdict;
import io.jenkins.plugins.securitycenter.gate.Summary;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What scripts and logs are told of recorded findings. */
public final class RecordAnswer {

    private RecordAnswer() {}

    /**
     * For scripts: id, reference, totals, new, fixed and outstanding (each with critical, high, medium, low, info and
     * total), gates (each with type, severity, threshold, result, state, count and sentence) and the verdict.
     */
    public static Map<String, Object> of(String id, String reference, Summary summary) {
        Changes changes = summary.changes();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", id);
        answer.put("reference", reference);
        answer.put("totals", counts(changes.total()));
        answer.put("new", counts(changes.added()));
        answer.put("fixed", counts(changes.fixed()));
        answer.put("outstanding", counts(changes.outstanding()));
        List<Object> gates = new ArrayList<>();
        summary.verdict().gates().forEach(verdict -> gates.add(gate(verdict)));
        answer.put("gates", gates);
        answer.put("verdict", Word.of(summary.verdict().outcome()));
        return answer;
    }

    /** For the log of the build. */
    static List<String> lines(String title, String reference, Summary summary) {
        Changes changes = summary.changes();
        List<String> lines = new ArrayList<>();
        lines.add(title + ": " + changes.total().total() + " findings (" + bySeverity(changes.total()) + ")");
        lines.add(
                changes.compared()
                        ? "Compared with " + reference + ": " + changes.added().total() + " new ("
                                + bySeverity(changes.added()) + "), "
                                + changes.outstanding().total() + " outstanding, "
                                + changes.fixed().total() + " fixed"
                        : "There is no earlier build with passed gates to compare with.");
        summary.verdict()
                .gates()
                .forEach(verdict -> lines.add("Gate " + Word.of(verdict.state()) + ": " + verdict.sentence()));
        return lines;
    }

    private static Map<String, Object> gate(GateVerdict verdict) {
        Map<String, Object> gate = new LinkedHashMap<>();
        gate.put("type", Word.of(verdict.gate().type()));
        gate.put("severity", verdict.gate().severity().label());
        gate.put("threshold", verdict.gate().threshold());
        gate.put("result", Word.of(verdict.gate().result()));
        gate.put("state", Word.of(verdict.state()));
        gate.put("count", verdict.count());
        gate.put("sentence", verdict.sentence());
        return gate;
    }

    private static Map<String, Object> counts(Totals totals) {
        Map<String, Object> counts = new LinkedHashMap<>();
        for (Severity severity : Severity.descending()) {
            counts.put(Word.of(severity), totals.count(severity));
        }
        counts.put("total", totals.total());
        return counts;
    }

    private static String bySeverity(Totals totals) {
        return Severity.descending().stream()
                .map(severity -> severity.label() + " " + totals.count(severity))
                .collect(Collectors.joining(", "));
    }
}
