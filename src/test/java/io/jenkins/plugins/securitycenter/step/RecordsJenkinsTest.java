package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.FilePath;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.build.RecordPublisher;
import io.jenkins.plugins.securitycenter.build.ScanBuilder;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.simulator.Quirk;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What records read, and what they leave with a build. */
@WithJenkins
class RecordsJenkinsTest {

    private static final int FOUND = 2_000;
    private static final Pattern OURS =
            Pattern.compile("<(io\\.jenkins\\.plugins\\.securitycenter\\.[\\w.]+)[ >].*?</\\1>", Pattern.DOTALL);

    private final Simulator simulator =
            Simulator.start(SimulatorOptions.defaults().withTiming(0, 0).withFindings(FOUND));
    private JenkinsRule jenkins;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Setup.connect(simulator);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void leavesLittleInBuildXml() throws Exception {
        String gates = IntStream.rangeClosed(1, 30)
                .mapToObj(n -> "[threshold: " + n * 10_000 + ", severity: 'High', type: 'new', minimumCvss: 7,"
                        + " result:"
                        + " 'failure']")
                .collect(Collectors.joining(","));
        WorkflowRun run = run(
                Result.SUCCESS,
                "withSecurityCenter { securityCenterScan 'DMZ'\nfor (int n = 1; n <= 3; n++) {"
                        + " securityCenterRecord id: \"record-$n\", gates: [" + gates + "] } }");

        assertThat(FindingsAction.of(run, "record-3")).isPresent();
        assertThat(ours(run)).as("three records with thirty gates each").isLessThan(9_000);
        assertThat(buildXml(run).replaceFirst("(?s)<script>.*</script>", "")).hasSizeLessThan(13_000);
    }

    @Test
    void leavesLittleInBuildXmlOfFreestyleBuilds() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new ScanBuilder(new ScanStep("DMZ")));
        RecordStep record = new RecordStep();
        record.setGates(List.of(new GateRule(1, "Critical", "new"), new GateRule(5_000, "Info", "total")));
        job.getPublishersList().add(new RecordPublisher(record));
        jenkins.buildAndAssertSuccess(job);
        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.UNSTABLE, job);

        assertThat(ours(build)).isPositive().isLessThan(2_000);
        assertThat(buildXml(build)).hasSizeLessThan(5_000);
    }

    @Test
    void goesAwayWithTheBuild() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, "securityCenterScan 'DMZ'\nsecurityCenterRecord()");
        File directory = run.getRootDir();
        assertThat(FindingsAction.of(run, "securitycenter").orElseThrow().file())
                .exists();
        run.delete();
        assertThat(directory).doesNotExist();
    }

    @Test
    void needsAnIdForEachRecord() throws Exception {
        WorkflowRun run = run(
                Result.FAILURE, "securityCenterScan 'DMZ'\nsecurityCenterRecord()\nsecurityCenterRecord name: 'Again'");
        jenkins.assertLogContains(
                "ERROR: id \"securitycenter\" is already used by another record of this build; use a different ID"
                        + " for each record.",
                run);
    }

    @Test
    void needsAnIdForEachRecordInParallelToo() throws Exception {
        WorkflowRun run = run(Result.FAILURE, """
                securityCenterScan 'DMZ'
                parallel a: { securityCenterRecord() }, b: { securityCenterRecord id: 'SecurityCenter' }
                """);
        jenkins.assertLogContains(" is already used by another record of this build;", run);
        FindingsAction action = run.getActions(FindingsAction.class).get(0);
        assertThat(run.getActions(FindingsAction.class)).hasSize(1);
        assertThat(StoredFindings.open(action.file()).size()).isEqualTo(FOUND);
        assertThat(findingsFiles(run)).containsExactly(action.file());
    }

    @Test
    void releasesTheIdOfARecordThatFailed() throws Exception {
        // the first call counts the findings of the scan; a refused query is sent again without its last filter
        simulator
                .faults()
                .on("POST", "/analysis")
                .error(403, 146, "Not now.")
                .times(2)
                .after(1);
        WorkflowRun run = run(Result.SUCCESS, """
                securityCenterScan 'DMZ'
                try { securityCenterRecord() } catch (e) { echo "failed: $e.message" }
                securityCenterRecord()
                """);
        jenkins.assertLogContains("failed: ", run);
        assertThat(findingsFiles(run)).hasSize(1);
    }

    @Test
    void needsAFileForEachExport() throws Exception {
        WorkflowRun run = run(
                Result.FAILURE,
                "node { securityCenterRecord scanResultId: '1', exports: [sarif: 'out', jsonl: './out'] }");
        jenkins.assertLogContains(
                "exports.sarif \"out\" and exports.jsonl \"./out\" are the same file; use a different file for"
                        + " each export.",
                run);
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void needsAFileForEachExportInParallelToo() throws Exception {
        simulator.faults().on("POST", "/analysis").slow(Duration.ofMillis(500));
        WorkflowRun run = run(Result.FAILURE, """
                node {
                    securityCenterScan 'DMZ'
                    parallel a: { securityCenterRecord id: 'a', exports: [csv: 'all.csv'] },
                        b: { securityCenterRecord id: 'b', exports: [jsonl: './all.csv'] }
                }
                """);
        jenkins.assertLogContains("is being written by another step; use different files in parallel steps.", run);
        assertThat(run.getActions(FindingsAction.class)).hasSize(1);
        assertThat(jenkins.jenkins.getWorkspaceFor(run.getParent()).list())
                .extracting(FilePath::getName)
                .containsExactly("all.csv");
    }

    @Test
    void leavesNothingWhenAnExportCannotBePlaced() throws Exception {
        simulator.faults().on("POST", "/analysis").slow(Duration.ofSeconds(1));
        WorkflowRun run = run(Result.FAILURE, """
                node {
                    securityCenterScan 'DMZ'
                    parallel a: { securityCenterRecord exports: [sarif: 'a.sarif', jsonl: 'b/a.jsonl'] }, b: {
                        waitUntil { fileExists 'b' }
                        writeFile file: 'b/a.jsonl/in-the-way', text: ''
                    }
                }
                """);
        assertThat(run.getActions(FindingsAction.class)).isEmpty();
        assertThat(findingsFiles(run)).isEmpty();
        assertThat(jenkins.jenkins.getWorkspaceFor(run.getParent()).list("**"))
                .extracting(FilePath::getName)
                .containsExactly("in-the-way");
    }

    @Test
    void recordsNothingOfOtherScans() throws Exception {
        simulator.controls().set(Quirk.FORGETS_SCAN, true);
        WorkflowRun run = run(
                Result.FAILURE,
                "securityCenterScan '9'\nnode { securityCenterScan 'DMZ'\nsecurityCenterRecord exports: [csv:"
                        + " 'a.csv'] }");
        jenkins.assertLogContains("the response contains findings of other scans (for example, one ", run);
        jenkins.assertLogNotContains("\tat ", run);
        assertThat(run.getActions(FindingsAction.class)).isEmpty();
        assertThat(jenkins.jenkins.getWorkspaceFor(run.getParent()).list())
                .as("half of an export")
                .isEmpty();
        assertThat(findingsFiles(run)).isEmpty();
    }

    private static List<Path> findingsFiles(WorkflowRun run) throws IOException {
        try (Stream<Path> files = Files.list(run.getRootDir().toPath())) {
            return files.filter(file -> file.toString().contains(".findings")).toList();
        }
    }

    @Test
    void saysEverywhereThatAScanIsPartial() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, """
                securityCenterScan scan: '6', onPartial: 'ok'
                node {
                    def record = securityCenterRecord exports: [sarif: 'a.sarif', junit: 'a.xml', csv: 'a.csv', jsonl: 'a.jsonl']
                    echo "partial ${record.partial}"
                    ['a.sarif', 'a.xml', 'a.csv', 'a.jsonl'].each { echo "$it ${readFile(it).contains('artial')}" }
                }
                """);
        jenkins.assertLogContains("partial true\n", run);
        jenkins.assertLogContains("The scan is partial: it did not reach all of its targets", run);
        jenkins.assertLogContains("a.sarif true", run);
        jenkins.assertLogContains("a.xml true", run);
        assertThat(FindingsAction.of(run, "securitycenter").orElseThrow().getText())
                .endsWith("; partial scan");
        for (String page : List.of("", "securitycenter/", "securitycenter/finding/0/")) {
            assertThat(text(run.getUrl() + page)).as(page).contains("The scan is partial");
        }
        assertThat(text(run.getUrl() + "securitycenter/api/json?tree=partial")).contains("\"partial\":true");
        assertThat(text(run.getUrl() + "securitycenter/export?format=csv")).contains(",\"true\"\r\n");
        jenkins.assertLogContains(
                "partial false",
                run(Result.SUCCESS, "securityCenterScan 'DMZ'\necho \"partial ${securityCenterRecord().partial}\""));
    }

    @Test
    void filtersInTheWordsOfUsers() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, """
                securityCenterScan 'DMZ'
                def all = securityCenterRecord id: 'all'
                def some = securityCenterRecord id: 'some', minimumSeverity: 'Medium',
                    query: [source: 'individual', filters: [cvss: 7, exploitAvailable: true, repository: ['1']]]
                def open = securityCenterRecord id: 'open', query: [source: 'cumulative', filters: 'severity=High\\nport=443']
                echo "${some.totals.total > 0} ${some.totals.total < all.totals.total} ${some.totals.low + some.totals.info}"
                echo "${open.totals.high == open.totals.total} ${open.scanResultId.isEmpty()}"
                """);
        jenkins.assertLogContains("true true 0", run);
        jenkins.assertLogContains("true true\n", run);
        jenkins.assertLogContains("Reading the findings of scan result 1 with filters ", run);
        jenkins.assertLogContains("Reading the cumulative findings with filters ", run);
    }

    @Test
    void tellsFixedFromNotSeenAlsoWithFilters() throws Exception {
        String record = """
                def record = securityCenterRecord minimumSeverity: 'Critical'
                echo "found ${record.totals.total} new ${record.new.total} fixed ${record.fixed.total} missed ${record.notScanned.total}"
                """;
        var job = Builds.pipeline(jenkins, "securityCenterScan 'DMZ'\n" + record);
        jenkins.buildAndAssertSuccess(job);
        WorkflowRun second = jenkins.buildAndAssertSuccess(job);
        jenkins.assertLogContains(" missed 0\n", second);
        jenkins.assertLogNotContains(" fixed 0 ", second);
        WorkflowRun elsewhere = jenkins.buildAndAssertSuccess(Builds.define(job, "securityCenterScan '1'\n" + record));
        jenkins.assertLogContains(" fixed 0 ", elsewhere);
        jenkins.assertLogContains("Not counted as fixed because the host was not scanned this time: ", elsewhere);
    }

    @Test
    void saysThatTheReferenceRecordedOtherFindings() throws Exception {
        var job = Builds.pipeline(jenkins, "securityCenterScan 'DMZ'\nsecurityCenterRecord()");
        jenkins.buildAndAssertSuccess(job);
        Builds.define(job, "securityCenterScan 'DMZ'\nsecurityCenterRecord minimumSeverity: 'High'");
        jenkins.assertLogNotContains("used another selection", jenkins.buildAndAssertSuccess(job));
        Builds.define(
                job,
                "securityCenterScan 'DMZ'\nsecurityCenterRecord query: [source: 'individual', filters: [port:"
                        + " '443']]");
        jenkins.assertLogContains(
                job.getFullName() + "#2 used another selection (individual findings) than this build (individual"
                        + " findings with {port=\"443\"}), so findings that only this build recorded count as new.",
                jenkins.buildAndAssertSuccess(job));
    }

    @Test
    void saysThatTheReferenceRecordedFindingsOfAnotherServer() throws Exception {
        var job = Builds.pipeline(jenkins, "securityCenterScan 'DMZ'\nsecurityCenterRecord()");
        jenkins.buildAndAssertSuccess(job);
        jenkins.assertLogNotContains("of another server", jenkins.buildAndAssertSuccess(job));
        SecurityCenterConfiguration.get().setServers(List.of(Setup.server("new", simulator)));

        jenkins.assertLogContains(
                job.getFullName()
                        + "#2 recorded findings of another server (simulator) than this build (new), so hosts",
                jenkins.buildAndAssertSuccess(job));
    }

    @Test
    void saysWhatIsWrongWithAFilterBeforeItReads() throws Exception {
        Builds.assertOnlySentence(
                run(Result.FAILURE, "securityCenterRecord query: [source: 'cumulative', filters: [port: 'http']]"),
                "Filter port \"http\" is not valid; use ports from 0 to 65535 such as 80,443.");
        assertThat(simulator.requests()).isEmpty();
    }

    private WorkflowRun run(Result result, String script) throws Exception {
        return jenkins.buildAndAssertStatus(result, Builds.pipeline(jenkins, script));
    }

    private String text(String path) throws Exception {
        return jenkins.createWebClient()
                .withJavaScriptEnabled(false)
                .goTo(path, null)
                .getWebResponse()
                .getContentAsString();
    }

    private static String buildXml(Run<?, ?> run) throws Exception {
        return Files.readString(run.getRootDir().toPath().resolve("build.xml"));
    }

    /** The characters that the actions of this plugin take. */
    private static int ours(Run<?, ?> run) throws Exception {
        Matcher action = OURS.matcher(buildXml(run));
        int length = 0;
        while (action.find()) {
            length += action.group().length();
        }
        return length;
    }
}
