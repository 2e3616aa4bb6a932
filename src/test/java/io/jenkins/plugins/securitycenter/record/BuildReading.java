package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.analysis.Analysis;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery;
import io.jenkins.plugins.securitycenter.gate.BuildDay;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.ReferenceFindings;
import io.jenkins.plugins.securitycenter.gate.RiskRules;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.suppression.Suppressions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads findings as a build does that records them.
 *
 * @param before what they are compared with
 */
public record BuildReading(
        Optional<ReferenceFindings> before,
        List<Gate> gates,
        FindingWriters.Factory outputs,
        InstantSource clock,
        RiskRules rules,
        Suppressions suppressions,
        BuildDay day) {

    /** A build with the default rules, without suppressions. */
    public BuildReading(
            Optional<ReferenceFindings> before, List<Gate> gates, FindingWriters.Factory outputs, InstantSource clock) {
        this(before, gates, outputs, clock, RiskRules.DEFAULT, Suppressions.none(), BuildDay.of(clock.instant()));
    }

    /** The same with other rules. */
    BuildReading with(RiskRules others, Suppressions suppressed, BuildDay of) {
        return new BuildReading(before, gates, outputs, clock, others, suppressed, of);
    }

    /**
     * What the build knows in the end.
     *
     * @param missing how many findings could not be read
     * @param repeated how many rows came again
     * @param log of the build
     */
    public record Made(RecordSummary summary, long missing, long repeated, boolean nothingScanned, String log) {}

    /** Reads the findings of that query, without filters. */
    public Made read(SecurityCenter server, AnalysisQuery query) throws IOException, InterruptedException {
        return read(server, query, Severity.INFO);
    }

    /** Reads the findings of that severity at least. */
    public Made read(SecurityCenter server, AnalysisQuery source, Severity minimum)
            throws IOException, InterruptedException {
        return read(server, source, minimum, VerifiedFixes.NONE);
    }

    /** Reads the findings when some of the reference were verified since. */
    Made read(SecurityCenter server, AnalysisQuery source, Severity minimum, VerifiedFixes fixes)
            throws IOException, InterruptedException {
        AnalysisQuery query = source.minimumSeverity(minimum);
        String id = query.scanResultId() == null ? "" : query.scanResultId();
        FindingSelection selection = new FindingSelection(query.source(), id, Map.of(), minimum);
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        try (PrintStream print = new PrintStream(log, true, StandardCharsets.UTF_8);
                Recording recording = new Recording(before, gates, rules, suppressions, outputs, day).since(fixes)) {
            FindingsReader reading = new FindingsReader(selection, recording, print, clock);
            RecordSummary summary =
                    reading.from(server, query, new Analysis(server).coverage(query, ReadLog.waiting(print, query)));
            return new Made(
                    reading.nothingScanned() ? summary.ofNothing() : summary,
                    reading.completeness().missing(),
                    reading.completeness().repeated(),
                    reading.nothingScanned(),
                    log.toString(StandardCharsets.UTF_8));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
