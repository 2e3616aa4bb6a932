package io.jenkins.plugins.securitycenter.record;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.document.HtmlReport;
import io.jenkins.plugins.securitycenter.document.RecordContent;
import io.jenkins.plugins.securitycenter.export.HostLines;
import io.jenkins.plugins.securitycenter.export.RecordedBuild;
import io.jenkins.plugins.securitycenter.findings.PendingFindingFile;
import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import io.jenkins.plugins.securitycenter.findings.TableFilter;
import io.jenkins.plugins.securitycenter.gate.BuildDay;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.ReferenceFindings;
import io.jenkins.plugins.securitycenter.gate.RiskRules;
import io.jenkins.plugins.securitycenter.gate.ScanQuality;
import io.jenkins.plugins.securitycenter.result.DocumentHeaders;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.result.RecordOrigin;
import io.jenkins.plugins.securitycenter.result.RecordedBuilds;
import io.jenkins.plugins.securitycenter.task.BuildTask;
import io.jenkins.plugins.securitycenter.task.ServerChoice;
import io.jenkins.plugins.securitycenter.task.StepPlace;
import io.jenkins.plugins.securitycenter.task.WorkspaceFile;
import io.jenkins.plugins.securitycenter.watch.ServerAccount;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The recording of findings in a build.
 *
 * @param reference the job whose last build with passed gates is the reference; empty for the job of the build
 */
@Restricted(NoExternalUse.class)
public record RecordTask(FindingSelection selection, RecordName name, String reference, Rules rules)
        implements BuildTask {

    /**
     * The gates, exports and checks of a record.
     *
     * @param allowEmpty whether a record without scanned hosts is accepted
     * @param quality the quality that the scan must have
     * @param suppressions the path of the suppression file in the workspace; empty for none
     */
    public record Rules(
            List<Gate> gates,
            RiskRules risk,
            FindingExports exports,
            boolean allowEmpty,
            ScanQuality quality,
            String suppressions) {

        /**
         * @throws IllegalArgumentException if the path is not inside a workspace, or a gate would not count what is overdue,
         *     with a message for the user
         */
        public Rules {
            WorkspaceFile.check("suppressions", suppressions);
            gates = List.copyOf(gates);
            risk.check(gates);
        }
    }

    /**
     * Reads, compares and stores the findings, evaluates the gates, and sets the result of the build.
     *
     * @return the record, which was added to the build
     * @throws IllegalArgumentException if a parameter is not valid, with a message for the user
     */
    @Override
    @SuppressWarnings("try") // The reservation is held until the end of the block.
    public FindingsAction perform(
            ServerChoice connection,
            Run<?, ?> run,
            @CheckForNull FilePath workspace,
            TaskListener listener,
            StepPlace place)
            throws IOException, InterruptedException {
        try (RecordReservation reserved = RecordReservation.of(run, name.id())) {
            return record(connection, run, workspace, listener.getLogger(), place);
        }
    }

    private FindingsAction record(
            ServerChoice connection, Run<?, ?> run, @CheckForNull FilePath workspace, PrintStream log, StepPlace place)
            throws IOException, InterruptedException {
        ServerAccount account =
                selection.server(connection, run, place.branch()).target(run);
        AnalysisQuery source = selection.source(run, place.branch(), account.endpoint());
        selection.check(rules.gates());
        Path directory = run.getRootDir().toPath();
        BuildDay day = BuildDay.of(Instant.now());
        RecordedBuild build = RecordedBuilds.of(run, account.endpoint().name());
        RecordSuppressions own = RecordSuppressions.read(workspace, rules.suppressions(), day);
        boolean ofOtherJob = ReferenceJob.other(reference, run);
        ReferenceSearch search = new ReferenceSearch(name.id(), selection.minimum(), log);
        try (ReferenceBuild compared = search.before(run, reference).orElse(null);
                PendingFindingFile stored = PendingFindingFile.of(directory, name.id());
                FindingExportFiles files = rules.exports().open(workspace)) {
            Optional<ReferenceBuild> before = Optional.ofNullable(compared);
            before.ifPresent(earlier ->
                    earlier.warnings(account.endpoint().name(), selection).forEach(log::println));
            RecordSuppressions suppressions = ofOtherJob ? own.of(before) : own;
            VerifiedFixes fixes = before.map(earlier ->
                            VerifiedFixes.since(earlier, run, account.endpoint().name(), log))
                    .orElse(VerifiedFixes.NONE);
            RecordReading read = new RecordReader(selection, rules, day, log)
                    .read(
                            account,
                            source,
                            partial -> recording(
                                            before,
                                            suppressions,
                                            incomplete -> new FindingWriters(
                                                    stored.writer(),
                                                    files.writers(rules.exports()
                                                            .options(name, build, partial || incomplete))))
                                    .since(fixes)
                                    .referenceLost(search.lost())
                                    .listingHosts(!rules.exports().hosts().isEmpty()));
            RecordOrigin origin =
                    origin(account.endpoint(), source, before, read).ofStep(place.key());
            StoredFindings findings = stored.findings();
            RecordSummary summary = read.summary().withFixes(findings.topFixes());
            FindingsAction action = new FindingsAction(run, name.id(), name.title(), origin, summary);
            addDocuments(files, build, read, action, findings);
            suppressions.store(directory, name.id());
            publish(run, action, stored, files);
            logSummary(action, log);
            files.omissions().forEach(log::println);
            return action;
        }
    }

    private void addDocuments(
            FindingExportFiles files,
            RecordedBuild build,
            RecordReading read,
            FindingsAction action,
            StoredFindings findings)
            throws IOException, InterruptedException {
        boolean partial = read.partial() || read.completeness().missing() > 0;
        files.document(
                FindingExports.HOSTS,
                new HostLines(read.hosts(), rules.exports().options(name, build, partial))::write);
        files.document(
                FindingExports.HTML,
                out -> HtmlReport.write(
                        new RecordContent(
                                DocumentHeaders.of(action),
                                action.summary(),
                                findings,
                                findings.table(),
                                TableFilter.CURRENT),
                        out));
    }

    /** Publishes the files, the record and the result of the build together, or none of them. */
    private static void publish(
            Run<?, ?> run, FindingsAction action, PendingFindingFile stored, FindingExportFiles files)
            throws IOException, InterruptedException {
        files.keep();
        RecordPublication.publish(run, action, stored);
        files.confirm();
    }

    private RecordOrigin origin(
            Endpoint server, AnalysisQuery query, Optional<ReferenceBuild> compared, RecordReading read) {
        String id = Objects.requireNonNullElse(query.scanResultId(), "");
        String page = id.isEmpty() ? "" : server.pageOfScanResult(id).toString();
        String reference = compared.map(ReferenceBuild::name).orElse("");
        return new RecordOrigin(server.name(), id, page, reference)
                .ofScan(read.partial())
                .foundBy(read.scanId())
                .read(read.completeness().repeated(), read.completeness().missing())
                .ofNothing(read.nothingScanned())
                .referenceChosen(compared.isPresent() && compared.get().chosen())
                .selectedBy(selection.text());
    }

    private Recording recording(
            Optional<ReferenceBuild> compared, RecordSuppressions suppressions, FindingWriters.Factory outputs) {
        return new Recording(
                compared.map(ReferenceFindings.class::cast),
                rules.gates(),
                rules.risk(),
                suppressions.evaluation(),
                outputs,
                suppressions.day());
    }

    private static void logSummary(FindingsAction action, PrintStream log) {
        RecordOrigin origin = action.origin();
        RecordLog.lines(action.getDisplayName(), origin, action.summary()).forEach(log::println);
        log.println("Findings: " + RecordUrl.of(action.getRun(), action.getId()).link());
        if (!origin.url().isEmpty()) {
            log.println("Scan result " + origin.scanResultId() + ": " + origin.url());
        }
    }
}
