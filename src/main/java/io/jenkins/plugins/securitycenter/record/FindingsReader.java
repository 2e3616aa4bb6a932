package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.analysis.Analysis;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.analysis.NothingScannedCheck;
import io.jenkins.plugins.securitycenter.client.resource.Completeness;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.MalformedRows;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.gate.CheckRule;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.ScanCoverage;
import io.jenkins.plugins.securitycenter.model.resource.PolicyPlugins;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads findings from the server into a recording, and writes the progress to the build log. */
final class FindingsReader implements Analysis.FindingsListener {

    private final FindingSelection selection;
    private final Recording recording;
    private final PrintStream log;
    private final ReadLog lines;
    private Completeness completeness = new Completeness(0, 0);
    private boolean found;
    private boolean web;
    private boolean asked;
    private boolean nothingScanned;
    private PolicyPlugins plugins = PolicyPlugins.UNKNOWN;

    FindingsReader(FindingSelection selection, Recording recording, PrintStream log, InstantSource clock) {
        this.selection = selection;
        this.recording = recording;
        this.log = log;
        lines = new ReadLog(log, clock);
    }

    /** Sets the plugins of the policy; those that are not known are read from the server. */
    FindingsReader with(PolicyPlugins known) {
        plugins = known;
        return this;
    }

    /** Reads all findings of the query. */
    RecordSummary from(SecurityCenter server, AnalysisQuery query, Optional<ScanCoverage> coverage)
            throws IOException, InterruptedException {
        lines.begin(server.endpoint().name(), query);
        if (recording.needsEpss()) {
            log.println(server.endpoint().epss().sentence());
        }
        CheckRule rule = rule(query, coverage);
        recording.checks().checkedBy(rule);
        if (coverage.isPresent() && coverage.get().partial()) {
            recording.checks().partial();
        }
        recording.begin();
        nothingScanned = !readAsking(server, query, coverage);
        if (nothingScanned) {
            recording.nothingScanned();
        } else {
            readFurther(server, query, coverage, rule);
        }
        PolicyCheck policy = nothingScanned ? PolicyCheck.none() : policy(server, query, coverage);
        recording.missing().policy(policy);
        RecordSummary summary = recording.end();
        policy.logRemoved(log);
        lines.droppedFindings(recording.dropped());
        return summary;
    }

    /** Reads what decides about findings that were not found, and about gates. */
    private void readFurther(
            SecurityCenter server, AnalysisQuery query, Optional<ScanCoverage> coverage, CheckRule rule)
            throws IOException, InterruptedException {
        AnalysisQuery asking = asked ? query.asking() : query;
        new FilteredOutFindings(recording, selection.text(), log).read(server, asking, coverage);
        if (rule != CheckRule.SERVER) {
            new HostReports(recording, log).read(server, asking, coverage, rule);
        }
        if (query.source() == AnalysisQuery.SourceType.PATCHED) {
            recording.mitigated();
        }
        if (found) {
            new FamilyCheck(server, log).check(recording.familiesNotFound(), web);
        }
    }

    /** Returns the policy of the scan, if some finding of the reference is missing. */
    private PolicyCheck policy(SecurityCenter server, AnalysisQuery query, Optional<ScanCoverage> coverage)
            throws IOException, InterruptedException {
        if (!recording.comparison().hasMissing()) {
            return PolicyCheck.none();
        }
        if (query.source() != AnalysisQuery.SourceType.PATCHED
                && recording.missing().mayBeAccepted()) {
            readRules(server);
        }
        if (coverage.isEmpty()) {
            return PolicyCheck.none();
        }
        return plugins.known() ? PolicyCheck.of(plugins) : PolicyCheck.of(server, coverage.get(), log);
    }

    private static CheckRule rule(AnalysisQuery query, Optional<ScanCoverage> coverage) {
        if (query.source() != AnalysisQuery.SourceType.INDIVIDUAL) {
            return CheckRule.SERVER;
        }
        return coverage.isPresent() && coverage.get().byAgents() ? CheckRule.AGENTS : CheckRule.SCAN;
    }

    /** Returns whether no host was scanned. */
    boolean nothingScanned() {
        return nothingScanned;
    }

    /** Reads the findings, asking for accepted ones if the server knows how. */
    private boolean readAsking(SecurityCenter server, AnalysisQuery query, Optional<ScanCoverage> coverage)
            throws SecurityCenterException, InterruptedException {
        try {
            boolean scanned = read(server, query.asking(), coverage);
            asked = true;
            return scanned;
        } catch (ErrorResponseException e) {
            if (found || !e.parameterRefused()) {
                throw e;
            }
            // Without the filter, the same error has another cause and is thrown again.
            return read(server, query, coverage);
        }
    }

    private void readRules(SecurityCenter server) throws SecurityCenterException, InterruptedException {
        AcceptedFindings accepted =
                AcceptedFindings.of(server, asked, recording.day().now());
        recording.missing().accepted(accepted);
        if (!accepted.known()) {
            log.println("Could not read the accept risk rules, and this SecurityCenter cannot be asked for accepted"
                    + " findings, so missing findings count as not checked; allow the account to read the rules.");
        }
    }

    /** Reads the findings and returns whether any host was scanned. */
    private boolean read(SecurityCenter server, AnalysisQuery query, Optional<ScanCoverage> coverage)
            throws SecurityCenterException, InterruptedException {
        NothingScannedCheck check = new NothingScannedCheck(server, query, coverage, log::println);
        long hosts = 0;
        try {
            if (!query.filters().isEmpty()) {
                hosts = new Analysis(server).hosts(query.ofScannedPlaces(), new Hosts());
            }
            long findings = new Analysis(server).read(query, coverage, this);
            return hosts > 0 || findings > 0 || !check.nothingScanned();
        } catch (ErrorResponseException e) {
            if (hosts > 0 || found || !check.explains(e)) {
                throw e;
            }
            return false;
        }
    }

    @Override
    public void finding(Finding finding) {
        found = true;
        web |= !finding.host().url().isBlank();
        if (selection.takes(finding)) {
            recording.accept(finding);
        } else {
            recording.scanned(finding);
            recording.comparison().filterOut(finding);
        }
    }

    @Override
    public void page(long read, OptionalLong total) {
        lines.page(read, total);
    }

    @Override
    public void restart(String reason, long missing) {
        lines.findingsRestarted(reason);
        try {
            recording.restart(missing > 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void lacks(List<String> fields) {
        recording.lacks(fields);
    }

    @Override
    public void odd(MalformedRows rows) {
        lines.malformedRows(rows);
    }

    @Override
    public void end(Completeness read) {
        completeness = read;
    }

    /** Returns the completeness of the findings, which is known at the end. */
    Completeness completeness() {
        return completeness;
    }

    /** Receives the scanned hosts. A missing host counts as not scanned, so no finding is lost. */
    private final class Hosts implements Analysis.FindingsListener {

        @Override
        public void finding(Finding host) {
            recording.scanned(host);
        }

        @Override
        public void restart(String reason, long missing) {
            lines.hostsRestarted(reason);
        }

        @Override
        public void end(Completeness read) {
            lines.missingHosts(read.missing());
        }
    }
}
