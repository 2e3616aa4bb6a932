package io.jenkins.plugins.securitycenter.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.client.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.gate.Change;
import io.jenkins.plugins.securitycenter.gate.Condition;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.Summary;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import io.jenkins.plugins.securitycenter.report.FindingWriter;
import io.jenkins.plugins.securitycenter.report.Recording;
import io.jenkins.plugins.securitycenter.result.Origin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Records findings as a build does, with the gate "no finding of severity High or worse". */
final class OddReading {

    private static final Gate GATE = new Gate(1, Severity.HIGH, Gate.Type.TOTAL, Condition.NONE, Gate.Result.FAILURE);

    private final StringBuilder outputs = new StringBuilder();

    /** What was recorded, how the gate was decided, what the log says and what the findings show. */
    ObjectNode record(SecurityCenter server, String source, InstantSource clock)
            throws IOException, InterruptedException {
        boolean cumulative = source.equals("cumulative");
        AnalysisQuery query =
                cumulative ? AnalysisQuery.of(AnalysisQuery.Source.CUMULATIVE) : AnalysisQuery.ofScanResult("1");
        Selection selection = new Selection(query.source(), cumulative ? "" : "1", Map.of(), Severity.INFO);
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        try (PrintStream print = new PrintStream(log, true, StandardCharsets.UTF_8);
                Recording recording =
                        new Recording(Optional.empty(), List.of(GATE), incomplete -> outputs(), clock.instant())) {
            Reading reading = new Reading(selection, recording, print, clock);
            Summary read = reading.from(server, query, server.analysis().coverage(query));
            Summary summary = reading.nothingScanned() ? read.ofNothing() : read;
            Origin origin = new Origin("odd", selection.scanResultId(), "", "").ofNothing(reading.nothingScanned());
            RecordAnswer.lines("Odd", origin, summary).forEach(print::println);
            return told(summary)
                    .put("log", log.toString(StandardCharsets.UTF_8))
                    .put("output", outputs.toString());
        }
    }

    private Recording.Writers outputs() {
        outputs.setLength(0);
        return new Recording.Writers(new Outputs(), List.of());
    }

    private static ObjectNode told(Summary summary) {
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
        public void write(Finding finding, Change change) {
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
