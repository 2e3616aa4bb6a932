package io.jenkins.plugins.securitycenter.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.analysis.Analysis;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.resource.OnDemandScans;
import io.jenkins.plugins.securitycenter.client.resource.OriginalScan;
import io.jenkins.plugins.securitycenter.client.resource.RemediationSpecification;
import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.client.resource.ScanResults;
import io.jenkins.plugins.securitycenter.client.resource.Scans;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.VerifiedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Scan;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.resource.PolicyPlugins;
import io.jenkins.plugins.securitycenter.remediation.RemediationPlanner;
import io.jenkins.plugins.securitycenter.remediation.RemediationScan;
import io.jenkins.plugins.securitycenter.simulator.ScanReports;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Remediation scans of findings of a simulated scan, from the plan to the states. */
class VerificationReaderTest {

    private static final int MOST_SCANS = 4;

    @TempDir
    Path directory;

    private StoryBuilds builds;
    private SecurityCenter server;
    private List<Finding> findings;

    @BeforeEach
    void record() throws Exception {
        builds = new StoryBuilds(directory, List.of());
        builds.build(ScanReports.COMPLETE, Severity.INFO);
        server = builds.server();
        List<Finding> all = new ArrayList<>();
        new Analysis(server).read(AnalysisQuery.ofScanResult("1"), Optional.empty(), all::add);
        findings = all.stream()
                .filter(finding -> finding.severity().atLeast(Severity.MEDIUM))
                .sorted(Comparator.comparing(finding -> finding.host().ip()))
                .limit(17)
                .toList();
    }

    @AfterEach
    void close() {
        builds.close();
    }

    @Test
    void whatIsStillThereIsNotFixed() throws Exception {
        assertThat(verify(ScanReports.COMPLETE))
                .hasSize(17)
                .extracting(VerifiedFinding::state)
                .containsOnly(FindingState.OUTSTANDING);
    }

    @Test
    void whatIsGoneIsFixed() throws Exception {
        String plugin = findings.get(0).plugin().id();

        assertThat(verify(ScanReports.COMPLETE.lacking(plugin)))
                .allSatisfy(verified -> assertThat(verified.state())
                        .isEqualTo(
                                verified.finding().plugin().id().equals(plugin)
                                        ? FindingState.FIXED
                                        : FindingState.OUTSTANDING));
    }

    @Test
    void localFindingsOfAHostThatRefusesTheLoginAreNotChecked() throws Exception {
        Finding local = findings.stream()
                .filter(finding -> finding.port() == 0)
                .findFirst()
                .orElseThrow();
        VerifiedFinding verified = of(
                local,
                verify(ScanReports.COMPLETE
                        .refusedBy(local.host().ip())
                        .lacking(local.plugin().id())));

        assertThat(verified.state()).isEqualTo(FindingState.NOT_CHECKED);
        assertThat(verified.reason()).isEqualTo("the scanner did not log in to its host");
    }

    @Test
    void findingsOnPortsThatWereNotScannedAreNotChecked() throws Exception {
        Finding remote = findings.stream()
                .filter(finding -> finding.port() > 0)
                .findFirst()
                .orElseThrow();
        List<RemediationScan> plan = RemediationPlanner.plan(List.of(remote), 1);
        RemediationScan other = new RemediationScan(
                plan.get(0).repository(),
                plan.get(0).hosts(),
                plan.get(0).plugins(),
                new TreeSet<>(List.of(1)),
                List.of());
        builds.simulator().controls().setScanReports(ScanReports.COMPLETE);

        assertThat(read(List.of(remote), launch(other))).singleElement().satisfies(verified -> {
            assertThat(verified.state()).isEqualTo(FindingState.NOT_CHECKED);
            assertThat(verified.reason()).isEqualTo("its port was not scanned");
        });
    }

    @Test
    void scanThatReportsNothingFixesNothing() throws Exception {
        String plugin = findings.get(0).plugin().id();

        assertThat(of(findings.get(0), verify(ScanReports.SILENT.lacking(plugin)))
                        .reason())
                .isEqualTo("the scan does not report what it checked");
    }

    /** The feed of the simulated scanner is of 2026-11-27, 03:12. */
    @ParameterizedTest
    @CsvSource({"2026-11-27T03:12:00Z, FIXED", "2026-11-27T03:13:00Z, NOT_CHECKED"})
    void scannerWithOlderPluginsFixesNothing(Instant needed, FindingState state) throws Exception {
        Finding gone = findings.get(0);
        List<RemediationScan> plan = RemediationPlanner.plan(List.of(gone), 1);
        builds.simulator()
                .controls()
                .setScanReports(ScanReports.COMPLETE.lacking(gone.plugin().id()));

        assertThat(read(List.of(gone), launch(plan.get(0)), Optional.of(needed)))
                .singleElement()
                .satisfies(verified -> {
                    assertThat(verified.state()).isEqualTo(state);
                    assertThat(verified.reason())
                            .isEqualTo(
                                    state == FindingState.FIXED
                                            ? ""
                                            : "the plugins of the scanner are older than those that found it");
                });
    }

    @Test
    void pluginThatThePolicyLacksIsNotChecked() throws Exception {
        List<RemediationScan> plan = RemediationPlanner.plan(findings.subList(0, 1), 1);
        builds.simulator().controls().setScanReports(ScanReports.COMPLETE);
        String scan = create(plan.get(0));
        builds.simulator().controls().objects("policy").stream()
                .filter(policy -> policy.path("name").asText().equals("Remediation"))
                .forEach(policy -> builds.simulator().controls().put("policy", """
                        {"id":"%s","families":[{"id":"40","name":"Settings","plugins":[{"id":"19506"}]}]}""".formatted(
                                policy.path("id").asText())));

        assertThat(read(findings.subList(0, 1), launch(scan)))
                .extracting(VerifiedFinding::reason)
                .containsExactly("the scan policy does not contain its plugin");
    }

    @Test
    void nothingIsFixedIfThePolicyCannotBeRead() throws Exception {
        Finding finding = findings.get(0);
        List<RemediationScan> plan = RemediationPlanner.plan(List.of(finding), 1);
        builds.simulator()
                .controls()
                .setScanReports(ScanReports.COMPLETE.lacking(finding.plugin().id()));
        String result = launch(plan.get(0));
        builds.simulator().faults().on("GET", "/policy/*").error(403, 147, "No.");

        assertThat(read(List.of(finding), result)).singleElement().satisfies(verified -> {
            assertThat(verified.state()).isEqualTo(FindingState.NOT_CHECKED);
            assertThat(verified.reason()).isEqualTo("it is not known whether the scan policy contains its plugin");
        });
    }

    private List<VerifiedFinding> verify(ScanReports reports) throws Exception {
        builds.simulator().controls().setScanReports(reports);
        List<VerifiedFinding> all = new ArrayList<>();
        for (RemediationScan scan : RemediationPlanner.plan(findings, MOST_SCANS)) {
            all.addAll(read(scan.findings(), launch(scan)));
        }
        return all;
    }

    private List<VerifiedFinding> read(List<Finding> its, String result) throws Exception {
        return read(its, result, Optional.empty());
    }

    private List<VerifiedFinding> read(List<Finding> its, String result, Optional<Instant> needed) throws Exception {
        PrintStream log = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new VerificationReader(its, PolicyPlugins.UNKNOWN)
                .needing(needed)
                .read(server, new ScanResults(server).get(result), InstantSource.system(), log);
    }

    private String launch(RemediationScan scan) throws Exception {
        return launch(create(scan));
    }

    private String create(RemediationScan scan) throws Exception {
        RemediationSpecification specification =
                new RemediationSpecification("Remediation", scan, new OriginalScan("1", ""), List.of());
        return new OnDemandScans(server)
                .create(specification.draft(server, line -> {}), new ScanOwnerTag("here", "job#1"))
                .id();
    }

    private String launch(String scan) throws Exception {
        return new Scans(server, ScanKind.ACTIVE)
                .launch(new Scan(scan, "Remediation", Optional.empty(), Optional.empty()))
                .id();
    }

    private static VerifiedFinding of(Finding finding, List<VerifiedFinding> all) {
        return all.stream()
                .filter(verified -> verified.finding().key().equals(finding.key()))
                .findFirst()
                .orElseThrow();
    }
}
