package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SessionPool;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.resource.Scans;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import io.jenkins.plugins.securitycenter.findings.FindingFileWriter;
import io.jenkins.plugins.securitycenter.findings.OpenFindingFile;
import io.jenkins.plugins.securitycenter.gate.BuildDay;
import io.jenkins.plugins.securitycenter.gate.DefaultPorts;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.gate.ReferenceFindings;
import io.jenkins.plugins.securitycenter.gate.RiskRules;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.model.EpssScale;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Scan;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.simulator.ScanReports;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import io.jenkins.plugins.securitycenter.suppression.Suppressions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Builds that record a scan of four hosts of a simulator, each compared with the one before. */
final class StoryBuilds implements AutoCloseable {

    private final Path directory;
    private final Simulator simulator =
            Simulator.start(SimulatorOptions.defaults().withTiming(0, 0).with(new SimulatorOptions.Data(1, 100, 0)));
    private final SessionPool sessions = new SessionPool(RetryPolicy.NONE, pause -> {}, InstantSource.system());
    private SecurityCenter server = connect(EpssScale.AUTO);
    private List<Gate> gates;
    private RiskRules rules = RiskRules.DEFAULT;
    private Suppressions suppressions = Suppressions.none();
    private BuildDay day = BuildDay.of(Instant.now());
    private Optional<RecordSummary> last = Optional.empty();
    private VerifiedFixes fixes = VerifiedFixes.NONE;
    private boolean deleting;
    private int number;
    private String log = "";

    StoryBuilds(Path directory, List<Gate> gates) {
        this.directory = directory;
        this.gates = gates;
    }

    Simulator simulator() {
        return simulator;
    }

    SecurityCenter server() {
        return server;
    }

    /** The server is configured to write EPSS scores in that way. */
    void scale(EpssScale scale) {
        server.close();
        server = connect(scale);
    }

    private SecurityCenter connect(EpssScale scale) {
        Endpoint plain = Endpoint.of("prod", URI.create(simulator.url()));
        Endpoint endpoint = new Endpoint(
                plain.name(),
                plain.url(),
                plain.trusted(),
                plain.timeouts(),
                plain.sessionLimit(),
                plain.proxy(),
                scale);
        return sessions.open(endpoint, new Login.ApiKeys(Simulator.ACCESS_KEY, Simulator.SECRET_KEY));
    }

    /** The gates of the next builds. */
    void judge(RiskRules others, Gate... gatesOfThem) {
        rules = others;
        gates = List.of(gatesOfThem);
    }

    /** The suppressions of the next builds. */
    void suppress(Suppressions others) {
        suppressions = others;
    }

    /** The next builds run at that time. */
    void at(BuildDay other) {
        day = other;
    }

    /** These findings of the last build were verified as fixed. */
    void verify(Finding... fixed) throws IOException {
        fixes = verification(FindingState.FIXED, fixed);
    }

    /** The verified fixes that a verification leaves. */
    VerifiedFixes verification(FindingState state, Finding... findings) throws IOException {
        VerifiedFixes verified = new VerifiedFixes();
        verified.verified(write(state, findings), System.out);
        return verified;
    }

    /** Writes a file of findings in that state. */
    Path write(FindingState state, Finding... findings) throws IOException {
        Path file = directory.resolve("verification.findings");
        try (FindingFileWriter writer = new FindingFileWriter(file)) {
            writer.begin();
            for (Finding finding : findings) {
                writer.write(new RecordedFinding(finding, state));
            }
            writer.end();
        }
        return file;
    }

    /** The next build has no reference. */
    void startOver() {
        last = Optional.empty();
    }

    /** The definition of the scan is deleted before its findings are read, as that of an on-demand scan. */
    void deleteScanAfterLaunch() {
        deleting = true;
    }

    /** Scans and records the findings of that severity at least. */
    StateCounts build(ScanReports reports, Severity minimum) throws IOException, InterruptedException {
        simulator.controls().setScanReports(reports);
        Scans scans = new Scans(server, ScanKind.ACTIVE);
        Scan scan = scans.find("DMZ");
        AnalysisQuery query = AnalysisQuery.ofScanResult(scans.launch(scan).id());
        if (deleting) {
            server.call(Request.delete("/scan/" + scan.id()).toDo("delete the scan"));
        }
        Optional<ReferenceFindings> before = last.isEmpty() ? Optional.empty() : Optional.of(reference());
        number++;
        BuildReading reading = new BuildReading(
                before, gates, incomplete -> new FindingWriters(new FindingFileWriter(file()), List.of()), day::now);
        BuildReading.Made made = reading.with(rules, suppressions, day).read(server, query, minimum, fixes);
        fixes = VerifiedFixes.NONE;
        last = Optional.of(made.summary());
        log = made.log();
        return made.summary().changes();
    }

    /** What the last build found. */
    RecordSummary last() {
        return last.orElseThrow();
    }

    /** The log of the last build. */
    String log() {
        return log;
    }

    /** What the last build stored, apart from what it found fixed. */
    List<Finding> findings() throws IOException {
        List<Finding> findings = new ArrayList<>();
        try (OpenFindingFile file = OpenFindingFile.open(file())) {
            file.read(findings::add);
        }
        return findings;
    }

    /** The addresses of the hosts that the last build stored findings of. */
    String[] hosts() throws IOException {
        TreeSet<String> hosts = new TreeSet<>();
        findings().forEach(finding -> hosts.add(finding.host().ip()));
        return hosts.toArray(String[]::new);
    }

    private ReferenceFindings reference() throws IOException {
        OpenFindingFile file = OpenFindingFile.open(file());
        RecordSummary summary = last();
        return new ReferenceFindings() {
            @Override
            public void read(Consumer<Finding> consumer) throws IOException {
                file.read(consumer);
            }

            @Override
            public void readKeys(Consumer<Finding> consumer) throws IOException {
                file.readKeys(consumer);
            }

            @Override
            public void readRecorded(Predicate<RecordedFinding> wanted, Consumer<RecordedFinding> consumer)
                    throws IOException {
                file.readRecorded(wanted, consumer);
            }

            @Override
            public DefaultPorts defaultPorts() {
                return summary.checked().ports();
            }

            @Override
            public Optional<Instant> feedNeeded() {
                return summary.checked().feedNeeded();
            }

            @Override
            public boolean reported() {
                return ReferenceBuild.reported(summary);
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }

    private Path file() {
        return directory.resolve(number + ".findings");
    }

    @Override
    public void close() {
        server.close();
        sessions.close();
        simulator.close();
    }
}
