package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.analysis.Analysis;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery;
import io.jenkins.plugins.securitycenter.gate.BuildDay;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.model.ScanCoverage;
import io.jenkins.plugins.securitycenter.task.SecurityCenterService;
import io.jenkins.plugins.securitycenter.watch.ServerAccount;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Optional;

/** Reads the findings of a record and judges them. */
final class RecordReader {

    /** Opens the recording once it is known whether the scan is partial. */
    interface Recorder {
        Recording open(boolean partial) throws IOException;
    }

    private final FindingSelection selection;
    private final RecordTask.Rules rules;
    private final BuildDay day;
    private final PrintStream log;

    RecordReader(FindingSelection selection, RecordTask.Rules rules, BuildDay day, PrintStream log) {
        this.selection = selection;
        this.rules = rules;
        this.day = day;
        this.log = log;
    }

    /** @param source the query without filters */
    RecordReading read(ServerAccount account, AnalysisQuery source, Recorder recorder)
            throws IOException, InterruptedException {
        try (SecurityCenter server = SecurityCenterService.get().connect(account, log)) {
            AnalysisQuery query = selection.narrowed(source, server);
            Optional<ScanCoverage> coverage = new Analysis(server).coverage(query, ReadLog.waiting(log, query));
            boolean partial = coverage.isPresent() && coverage.get().partial();
            try (Recording recording = recorder.open(partial)) {
                FindingsReader reading = new FindingsReader(selection, recording, log, InstantSource.system());
                RecordSummary summary = new QualityCheck(rules.quality(), server, log, day::now)
                        .judge(reading.from(server, query, coverage), coverage);
                boolean objected = reading.nothingScanned() && !rules.allowEmpty();
                return new RecordReading(
                        objected ? summary.ofNothing() : summary,
                        partial,
                        coverage.flatMap(ScanCoverage::scan)
                                .map(ResourceReference::id)
                                .orElse(""),
                        reading.nothingScanned(),
                        reading.completeness(),
                        recording.checks().hosts());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
