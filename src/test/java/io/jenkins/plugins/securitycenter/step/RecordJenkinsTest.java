package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

class RecordJenkinsTest {

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private final Simulator simulator = Setup.quick();

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void comparesWithTheLastBuildThatPassed() throws Throwable {
        sessions.then(jenkins -> {
            WorkflowJob job = job(jenkins, """
                    def s = securityCenterScan 'DMZ'
                    def r = securityCenterRecord scanResultId: s.scanResultId,
                            gates: [[threshold: 1, severity: 'Info', type: 'new']]
                    echo "verdict ${r.verdict} new ${r.new.total} total ${r.totals.total} ${r.reference}"
                    """);
            jenkins.assertLogContains("verdict passed new 0 total 500", jenkins.buildAndAssertSuccess(job));
            WorkflowRun second = jenkins.buildAndAssertStatus(Result.UNSTABLE, job);
            WorkflowRun third = jenkins.buildAndAssertStatus(Result.UNSTABLE, job);
            assertThat(FindingsAction.of(second, "securitycenter").orElseThrow().getReference())
                    .isEqualTo("job#1");
            assertThat(FindingsAction.of(third, "securitycenter").orElseThrow().getReference())
                    .isEqualTo("job#1");
            String page =
                    jenkins.createWebClient().getPage(third).getWebResponse().getContentAsString();
            assertThat(page)
                    .contains("compared with <a href=\"/jenkins/job/job/1/securitycenter/\">job#1</a>")
                    .contains("new findings of any severity, none allowed");
        });
    }

    @Test
    void keepsRecordsAcrossARestart() throws Throwable {
        sessions.then(jenkins -> jenkins.buildAndAssertSuccess(
                job(jenkins, "securityCenterScan 'DMZ'\nsecurityCenterRecord minimumSeverity: 'High'")));
        sessions.then(jenkins -> {
            WorkflowJob job = jenkins.jenkins.getItemByFullName("job", WorkflowJob.class);
            FindingsAction action =
                    FindingsAction.of(job.getBuildByNumber(1), "securitycenter").orElseThrow();
            assertThat(action.getTotals().getTotal()).isPositive();
            assertThat(action.getTotals().getInfo()).isZero();
            assertThat(action.file()).exists();
        });
    }

    private WorkflowJob job(JenkinsRule jenkins, String script) throws Exception {
        Setup.connect(simulator);
        return Builds.define(jenkins.createProject(WorkflowJob.class, "job"), script);
    }
}
