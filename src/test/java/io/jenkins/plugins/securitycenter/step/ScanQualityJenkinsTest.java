package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.ConnectedJenkins;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.simulator.ScanReports;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.time.Duration;
import java.time.Instant;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;

/** Builds whose scans saw less than they must. */
class ScanQualityJenkinsTest extends ConnectedJenkins {

    private static final String UNKNOWN = "It is unknown how many hosts the scanner logged in to, because the scan does"
            + " not report its logins, at least 95 % required";

    ScanQualityJenkinsTest() {
        super(Simulator.start(SimulatorOptions.defaults().withTiming(0, 0).withFindings(50)));
    }

    @Test
    void failsABuildAndIsNoReference() throws Exception {
        WorkflowJob job = Builds.pipeline(jenkins, """
                def id = securityCenterScan('DMZ').scanResultId
                def record = securityCenterRecord scanResultId: id,
                    scanQuality: [authenticatedHosts: 95, result: 'failure']
                echo "verdict ${record.verdict}, ${record.scanQuality[0].condition} ${record.scanQuality[0].state}"
                """);
        simulator.controls().setScanReports(ScanReports.COMPLETE);
        WorkflowRun good = jenkins.buildAndAssertStatus(Result.SUCCESS, job);
        jenkins.assertLogContains("verdict passed, authenticatedHosts passed", good);
        jenkins.assertLogContains("Scan quality passed: The scanner logged in to ", good);

        simulator.controls().setScanReports(ScanReports.SILENT);
        WorkflowRun silent = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        jenkins.assertLogContains("verdict failed, authenticatedHosts violated", silent);
        jenkins.assertLogContains("Scan quality violated (failure): " + UNKNOWN, silent);
        assertThat(page(silent)).contains("Failed. " + UNKNOWN, "Violated");

        simulator.controls().setScanReports(ScanReports.COMPLETE);
        WorkflowRun again = jenkins.buildAndAssertStatus(Result.SUCCESS, job);
        FindingsAction record = FindingsAction.of(again, "securitycenter").orElseThrow();
        assertThat(record.getReference()).isEqualTo(good.getExternalizableId());
        assertThat(record.getScanQuality())
                .singleElement()
                .satisfies(report -> assertThat(report.getState()).isEqualTo("passed"));
    }

    @Test
    void asksTheServerForItsFeed() throws Exception {
        simulator.controls().setScanReports(ScanReports.SILENT);
        simulator.controls().setFeedTime(Instant.now().minus(Duration.ofDays(20)));
        WorkflowRun run = run(Result.UNSTABLE, """
                securityCenterScan 'DMZ'
                securityCenterRecord scanQuality: [pluginFeedDays: 7, scannedTargets: 1]
                """);
        assertThat(requests("GET /feed")).isEqualTo(1);
        jenkins.assertLogContains(
                "Scan quality violated (unstable): The plugin feed of SecurityCenter (the scan does not report its own) is 20.1 days old",
                run);
        jenkins.assertLogContains(
                "Scan quality violated (unstable): The scan reached 2 of 65,534 addresses (0 %)", run);
    }

    private String page(WorkflowRun run) throws Exception {
        try (JenkinsRule.WebClient browser = jenkins.createWebClient().withJavaScriptEnabled(false)) {
            return ((HtmlPage) browser.getPage(run)).asNormalizedText();
        }
    }
}
