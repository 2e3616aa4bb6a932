package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Result;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.config.Server;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

class ScanJenkinsTest {

    private static final String SCAN = "2";

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private final Simulator simulator = Simulator.start(SimulatorOptions.defaults());

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void waitsOnAfterARestartWithOneLaunch() throws Throwable {
        simulator.controls().setTiming(new SimulatorOptions.Timing(20, 1));
        sessions.then(jenkins -> {
            WorkflowRun run = job(
                            jenkins, "def s = securityCenterScan 'DMZ'; echo \"got ${s.scanResultId} ${s.status}\"")
                    .scheduleBuild2(0)
                    .waitForStart();
            jenkins.waitForMessage("Launched \"DMZ\"", run);
        });
        assertThat(simulator.openSessions()).isZero();
        sessions.then(jenkins -> {
            WorkflowRun run =
                    jenkins.jenkins.getItemByFullName("job", WorkflowJob.class).getBuildByNumber(1);
            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
            jenkins.assertLogContains("Waiting on after the restart", run);
            jenkins.assertLogContains("got 1 Completed", run);
        });
        assertThat(simulator.launches(SCAN)).isEqualTo(1);
        assertThat(simulator.openSessions()).isZero();
    }

    @Test
    void stopsTheScanWhenTheBuildIsAborted() throws Throwable {
        simulator.controls().setTiming(new SimulatorOptions.Timing(600, 1));
        sessions.then(jenkins -> {
            WorkflowRun run =
                    job(jenkins, "securityCenterScan 'DMZ'").scheduleBuild2(0).waitForStart();
            jenkins.waitForMessage("Launched \"DMZ\"", run);
            run.doStop();
            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
            jenkins.assertLogContains("Stopped scan result 1", run);
        });
        assertThat(simulator.requests()).anyMatch(request -> request.path().endsWith("/scanResult/1/stop"));
    }

    @Test
    void saysWhatIsWrongInOneSentence() throws Throwable {
        sessions.then(jenkins -> {
            WorkflowRun run =
                    jenkins.buildAndAssertStatus(Result.FAILURE, job(jenkins, "securityCenterScan scan: 'Nope'"));
            jenkins.assertLogContains("Scan \"Nope\" does not exist on SecurityCenter \"sim\"", run);
            jenkins.assertLogNotContains("\tat ", run);
        });
    }

    @Test
    void comparesWithTheLastBuildThatPassed() throws Throwable {
        sessions.then(jenkins -> {
            WorkflowJob job = job(
                    jenkins,
                    """
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
            assertThat(page).contains("Findings, compared with job#1").contains("gate allows fewer than 1");
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
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new UsernamePasswordCredentialsImpl(
                        CredentialsScope.GLOBAL, "ci", "", Simulator.USER, Simulator.PASSWORD));
        SystemCredentialsProvider.getInstance().save();
        Server server = new Server("sim", simulator.url());
        server.setCredentialsId("ci");
        server.setPollInterval(2);
        SecurityCenterConfiguration.get().setServers(List.of(server));
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "job");
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }
}
