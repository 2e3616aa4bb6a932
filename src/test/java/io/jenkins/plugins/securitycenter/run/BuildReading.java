package io.jenkins.plugins.securitycenter.run;

import io.jenkins.plugins.securitycenter.client.Analysis;
import io.jenkins.plugins.securitycenter.client.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.ReferenceFindings;
import io.jenkins.plugins.securitycenter.gate.Summary;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.report.Recording;
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
        Optional<ReferenceFindings> before, List<Gate> gates, Recording.Outputs outputs, InstantSource clock) {

    /**
     * What the build knows in the end.
     *
     * @param missing how many findings could not be read
     * @param repeated how many rows came again
     * @param log of the build
     */
    public record Made(Summary summary, long missing, long repeated, boolean nothingScanned, String log) {}

    /** Reads the findings of that query, without filters. */
    public Made read(SecurityCenter server, AnalysisQuery query) throws IOException, InterruptedException {
        String id = query.scanResultId() == null ? "" : query.scanResultId();
        Selection selection = new Selection(query.source(), id, Map.of(), Severity.INFO);
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        try (PrintStream print = new PrintStream(log, true, StandardCharsets.UTF_8);
                Recording recording = new Recording(before, gates, outputs, clock.instant())) {
            Reading reading = new Reading(selection, recording, print, clock);
            Summary summary = reading.from(server, query, new Analysis(server).coverage(query));
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
