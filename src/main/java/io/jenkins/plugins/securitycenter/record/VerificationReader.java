package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.analysis.Analysis;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery.SourceType;
import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.gate.BuildDay;
import io.jenkins.plugins.securitycenter.gate.CheckObstacle;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.gate.ReferenceFindings;
import io.jenkins.plugins.securitycenter.gate.RiskRules;
import io.jenkins.plugins.securitycenter.gate.VerifiedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.ScanCoverage;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.resource.PolicyPlugins;
import io.jenkins.plugins.securitycenter.suppression.Suppressions;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Decides by the result of a remediation scan which findings are fixed. */
@Restricted(NoExternalUse.class)
public final class VerificationReader {

    /** Enough for one request, unless thousands of findings are still there. */
    private static final int ROWS = 2000;

    private final List<Finding> findings;
    private final PolicyPlugins plugins;
    private Optional<Instant> feed = Optional.empty();

    /**
     * @param findings the findings that the scan verifies
     * @param plugins those of its policy; read from the server if they are not known
     */
    public VerificationReader(List<Finding> findings, PolicyPlugins plugins) {
        this.findings = List.copyOf(findings);
        this.plugins = plugins;
    }

    /** Sets the time of the plugin feed that a scanner must have to find the findings again; empty if unknown. */
    public VerificationReader needing(Optional<Instant> needed) {
        feed = needed;
        return this;
    }

    /** Reads the findings of a scan result and returns the findings to verify in their order. */
    public List<VerifiedFinding> read(SecurityCenter server, ScanResult result, InstantSource clock, PrintStream log)
            throws IOException, InterruptedException {
        FindingSelection selection = new FindingSelection(SourceType.INDIVIDUAL, result.id(), Map.of(), Severity.INFO);
        AnalysisQuery query = AnalysisQuery.ofScanResult(result.id()).inPages(ROWS);
        try (Recording recording = new Recording(
                Optional.of(new Selected(findings, feed)),
                List.of(),
                RiskRules.DEFAULT,
                Suppressions.none(),
                incomplete -> new FindingWriters(new Discarding(), List.of()),
                BuildDay.of(clock.instant()))) {
            FindingsReader reader = new FindingsReader(selection, recording, log, clock).with(plugins);
            Optional<ScanCoverage> known = result.coverage().filter(ScanCoverage::complete);
            Optional<ScanCoverage> coverage =
                    known.isPresent() ? known : new Analysis(server).coverage(query, ReadLog.waiting(log, query));
            reader.from(server, query, coverage);
            return findings.stream()
                    .map(finding -> reader.nothingScanned()
                            ? notScanned(finding)
                            : recording.missing().verified(finding, recording.comparison()))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static VerifiedFinding notScanned(Finding finding) {
        return VerifiedFinding.notChecked(finding, CheckObstacle.NOT_SCANNED.reason());
    }

    /** The findings to verify. A scan that does not report on its hosts has checked none of them. */
    private record Selected(List<Finding> findings, Optional<Instant> feed) implements ReferenceFindings {

        @Override
        public void read(Consumer<Finding> consumer) {
            findings.forEach(consumer);
        }

        @Override
        public boolean reported() {
            return true;
        }

        @Override
        public Optional<Instant> feedNeeded() {
            return feed;
        }
    }

    /** The findings of the scan are only compared. */
    private static final class Discarding implements FindingWriter {

        @Override
        public void begin() {
            // nothing to prepare
        }

        @Override
        public void write(RecordedFinding finding) {
            // not stored
        }

        @Override
        public void end() {
            // nothing to complete
        }

        @Override
        public void close() {
            // nothing to release
        }
    }
}
