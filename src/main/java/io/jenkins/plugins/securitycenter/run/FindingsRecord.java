package io.jenkins.plugins.securitycenter.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securitycenter.client.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.Endpoint;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.Summary;
import io.jenkins.plugins.securitycenter.model.ScanCoverage;
import io.jenkins.plugins.securitycenter.report.FindingFileWriter;
import io.jenkins.plugins.securitycenter.report.FindingWriter;
import io.jenkins.plugins.securitycenter.report.Recording;
import io.jenkins.plugins.securitycenter.report.StoredFindings;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.result.Origin;
import io.jenkins.plugins.securitycenter.watch.Target;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The findings that a build records.
 *
 * @param reference the job whose last build with passed gates to compare with; empty for the build's own job
 */
public record FindingsRecord(Connection connection, Selection selection, RecordName name, String reference, Rules rules)
        implements BriefTask {

    /** What is done with the findings besides storing them. */
    public record Rules(List<Gate> gates, Exports exports) {

        public Rules {
            gates = List.copyOf(gates);
        }
    }

    /** Opens what the findings go to, once it is known whether the scan is partial. */
    private interface Recorder {
        Recording open(boolean partial) throws IOException;
    }

    private record Read(Summary summary, boolean partial) {}

    @Override
    public FindingsRecord within(@CheckForNull SessionScope scope) {
        return new FindingsRecord(connection.within(scope), selection, name, reference, rules);
    }

    /**
     * Reads, compares, judges and stores the findings, and sets the result of the build.
     *
     * @return the record, which is part of the build from now on
     * @throws IllegalArgumentException with a sentence when a parameter is wrong
     */
    @Override
    public FindingsAction perform(Run<?, ?> run, @CheckForNull FilePath workspace, TaskListener listener)
            throws IOException, InterruptedException {
        if (FindingsAction.of(run, name.id()).isPresent()) {
            throw new IllegalArgumentException("id \"" + name.id()
                    + "\" is used by another record of this build; each record of a build needs an id of its own.");
        }
        Target target = selection.server(connection, run).target(run);
        AnalysisQuery source = selection.source(run, target.endpoint().name());
        selection.checkedFilters();
        Optional<ReferenceBuild> compared =
                new ReferenceSearch(name.id(), selection.minimum(), listener.getLogger()).before(run, reference);
        compared.flatMap(build -> build.remark(selection)).ifPresent(listener.getLogger()::println);
        Read read;
        try (ExportedFiles files = rules.exports().open(workspace)) {
            read = read(
                    target,
                    source,
                    partial -> recording(
                            run, compared, files.writers(rules.exports().options(name, partial))),
                    listener.getLogger());
            files.keep();
            files.confirm();
        }
        Origin origin = origin(
                        target.endpoint(),
                        source,
                        compared.map(ReferenceBuild::name).orElse(""))
                .ofScan(read.partial())
                .selectedBy(selection.text());
        FindingsAction action = new FindingsAction(run, name.id(), name.title(), origin, read.summary());
        run.addAction(action);
        tell(origin, read.summary(), run, listener.getLogger());
        worsen(run, read.summary());
        run.save();
        return action;
    }

    private static Origin origin(Endpoint server, AnalysisQuery query, String reference) {
        String id = query.scanResultId() == null ? "" : query.scanResultId();
        String page = id.isEmpty() ? "" : server.pageOfScanResult(id).toString();
        return new Origin(server.name(), id, page, reference);
    }

    private Recording recording(Run<?, ?> run, Optional<ReferenceBuild> compared, List<FindingWriter> exports)
            throws IOException {
        FindingWriter store =
                new FindingFileWriter(StoredFindings.file(run.getRootDir().toPath(), name.id()));
        return new Recording(compared.map(Recording.Source.class::cast), rules.gates(), store, exports, Instant.now());
    }

    private Read read(Target target, AnalysisQuery source, Recorder recorder, PrintStream log)
            throws IOException, InterruptedException {
        try (SecurityCenter server = Engine.get().sessions().open(target.endpoint(), target.login())) {
            AnalysisQuery query = selection.narrowed(source, server);
            Optional<ScanCoverage> coverage = server.analysis().coverage(query);
            boolean partial = coverage.isPresent() && coverage.get().partial();
            try (Recording recording = recorder.open(partial)) {
                Reading reading = new Reading(selection, recording, log, InstantSource.system());
                return new Read(reading.from(server, query, coverage), partial);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void tell(Origin origin, Summary summary, Run<?, ?> run, PrintStream log) {
        RecordAnswer.lines(name.title(), origin, summary).forEach(log::println);
        log.println("Findings: " + FindingsPage.of(run, name.id()).link());
        if (!origin.url().isEmpty()) {
            log.println("Scan result " + origin.scanResultId() + ": " + origin.url());
        }
    }

    private static void worsen(Run<?, ?> run, Summary summary) {
        switch (summary.verdict().outcome()) {
            case UNSTABLE -> run.setResult(Result.UNSTABLE);
            case FAILED -> run.setResult(Result.FAILURE);
            case PASSED, INACTIVE -> {
                // The findings are no objection to the result that the build has.
            }
        }
    }
}
