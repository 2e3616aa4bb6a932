package io.jenkins.plugins.securitycenter.task;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery;
import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import io.jenkins.plugins.securitycenter.record.BuildReading;
import io.jenkins.plugins.securitycenter.record.FindingWriters;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Records findings as a build does, with the gate "no finding of severity High or worse". */
final class OddReading {

    private static final Gate GATE =
            new Gate(1, Severity.HIGH, Gate.Type.TOTAL, GateCondition.NONE, Gate.Result.FAILURE);

    private final StringBuilder outputs = new StringBuilder();

    /** What was recorded, how the gate was decided, what the log says and what the findings show. */
    ObjectNode record(SecurityCenter server, String source, InstantSource clock)
            throws IOException, InterruptedException {
        AnalysisQuery query = source.equals("cumulative")
                ? AnalysisQuery.of(AnalysisQuery.SourceType.CUMULATIVE)
                : AnalysisQuery.ofScanResult("1");
        BuildReading build = new BuildReading(Optional.empty(), List.of(GATE), this::open, clock);
        BuildReading.Made made = build.read(server, query);
        return told(made.summary())
                .put("missing", made.missing())
                .put("repeated", made.repeated())
                .put("nothingScanned", made.nothingScanned())
                .put("log", made.log())
                .put("output", outputs.toString());
    }

    private FindingWriters open(boolean incomplete) {
        outputs.setLength(0);
        return new FindingWriters(new Outputs(), List.of());
    }

    private static ObjectNode told(RecordSummary summary) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.set("recorded", counts(summary.changes().total()));
        return told.put("verdict", summary.verdict().outcome().name());
    }

    /** The numbers that are not 0 by the names of the severities. */
    static ObjectNode counts(Totals totals) {
        ObjectNode counts = JsonNodeFactory.instance.objectNode();
        for (Severity severity : Severity.descending()) {
            if (totals.count(severity) != 0) {
                counts.put(severity.name().toLowerCase(Locale.ROOT), totals.count(severity));
            }
        }
        return counts;
    }

    private final class Outputs implements FindingWriter {

        @Override
        public void begin() {
            // nothing is written
        }

        @Override
        public void write(RecordedFinding recorded) {
            Finding finding = recorded.finding();
            String where = finding.host().label() + " " + finding.protocol() + " " + finding.port();
            outputs.append(where).append(' ').append(finding.output()).append('\n');
        }

        @Override
        public void end() {
            // nothing is written
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
