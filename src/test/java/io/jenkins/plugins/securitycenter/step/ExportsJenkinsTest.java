package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.FilePath;
import hudson.model.Result;
import hudson.tasks.junit.SuiteResult;
import hudson.tasks.junit.TestResult;
import hudson.tasks.junit.TestResultAction;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.simulator.Quirk;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Other plugins take the files that records write. */
@WithJenkins
class ExportsJenkinsTest {

    private static final int FOUND = 200;

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

    @ParameterizedTest
    @CsvSource({"host, 8", "plugin, -1"})
    void theJUnitPluginReadsTests(String suites, int number) throws Exception {
        WorkflowRun run =
                jenkins.buildAndAssertStatus(Result.UNSTABLE, Builds.pipeline(jenkins, """
                        node {
                            securityCenterScan 'DMZ'
                            securityCenterRecord exports: [junit: 'reports/findings.xml', junitSuites: '%s']
                            junit 'reports/findings.xml'
                        }
                        """.formatted(suites)));
        FindingsAction record = FindingsAction.of(run, "securitycenter").orElseThrow();
        TestResult tests = run.getAction(TestResultAction.class).getResult();

        assertThat(tests.getTotalCount()).isEqualTo(FOUND);
        assertThat((long) tests.getPassCount()).isEqualTo(record.getTotals().getInfo());
        assertThat(tests.getFailCount()).isEqualTo(FOUND - tests.getPassCount());
        if (number > 0) {
            assertThat(tests.getSuites()).hasSize(number);
        }
        assertThat(tests.getSuites()).extracting(SuiteResult::getName).doesNotHaveDuplicates();
    }

    @Test
    void allFilesAreInTheWorkspace() throws Exception {
        WorkflowJob job = Builds.pipeline(jenkins, """
                node {
                    securityCenterScan 'DMZ'
                    securityCenterRecord exports: [
                        sarif: 'a.sarif', sarifLimit: 10, junit: 'a.xml', csv: 'deep/er/a.csv', jsonl: 'a.jsonl',
                        csvColumns: ['severity', 'pluginId'], defectdojo: 'a.json.gz', hosts: 'hosts.jsonl']
                }
                """);
        WorkflowRun run = jenkins.buildAndAssertSuccess(job);
        FilePath workspace = jenkins.jenkins.getWorkspaceFor(job);

        assertThat(workspace.child("a.sarif").readToString().split("\"ruleIndex\""))
                .hasSize(11);
        jenkins.assertLogContains("findings are left out: a SARIF file contains at most 10.", run);
        assertThat(workspace.child("deep/er/a.csv").readToString()).startsWith("\"severity\",\"pluginId\"\r\n");
        try (InputStream dojo = new GZIPInputStream(workspace.child("a.json.gz").read())) {
            assertThat(new String(dojo.readAllBytes(), StandardCharsets.UTF_8)).contains("\"unique_id_from_tool\"");
        }
        assertThat(workspace.child("deep/er/a.csv").readToString().lines().count())
                .isGreaterThan(FOUND);
        assertThat(workspace.child("a.jsonl").readToString().lines())
                .hasSize(FOUND)
                .allMatch(line -> line.contains("\"job\":\"" + job.getFullName() + "\",\"build\":1,"));
        assertThat(workspace.child("hosts.jsonl").readToString().lines())
                .isNotEmpty()
                .allMatch(line -> line.contains("\"loggedIn\":"));
        assertThat(workspace.child("a.xml").readToString()).contains("<testsuites");
    }

    @Test
    void filesHoldOnlyTheLastReading() throws Exception {
        simulator.controls().set(Quirk.DISPLACED_ROWS, true);
        WorkflowJob job = Builds.pipeline(jenkins, """
                node {
                    securityCenterScan 'DMZ'
                    securityCenterRecord exports: [
                        sarif: 'a.sarif', sarifAll: true, junit: 'a.xml', csv: 'a.csv', jsonl: 'a.jsonl']
                    junit 'a.xml'
                }
                """);
        WorkflowRun run = jenkins.buildAndAssertStatus(Result.UNSTABLE, job);
        FilePath workspace = jenkins.jenkins.getWorkspaceFor(job);
        int sent = FOUND - 3;

        jenkins.assertLogContains(
                "Reading the findings again because the responses of SecurityCenter are inconsistent", run);
        assertThat(workspace.child("a.jsonl").readToString().lines()).hasSize(sent);
        assertThat(workspace.child("a.sarif").readToString().split("\"ruleIndex\""))
                .hasSize(sent + 1);
        assertThat(run.getAction(TestResultAction.class).getResult().getTotalCount())
                .isEqualTo(sent);
    }
}
