package io.jenkins.plugins.securitycenter.result;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import hudson.security.AuthorizationStrategy;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.harness.ConnectedJenkins;
import io.jenkins.plugins.securitycenter.harness.Findings;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import java.nio.file.Files;
import java.util.function.Predicate;
import jenkins.model.Jenkins;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule.WebClient;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** The running scans on the page of their build, without JavaScript. */
class RunningScansJenkinsTest extends ConnectedJenkins {

    private static final ManualClock CLOCK = ManualClock.startingNow();

    RunningScansJenkinsTest() {
        super(Setup.slow(CLOCK));
    }

    @Test
    void showsAScanUntilItEnds() throws Exception {
        WorkflowRun run = start("securityCenterScan scan: 'DMZ', waitFor: 'completed'\nsleep 1000");
        run.setDescription("mine");
        CLOCK.advanceSeconds(50);
        await(run, page -> page.contains("Running scans") && page.contains("#scan_results/view/"));
        assertThat(page(run)).contains("DMZ", "Running", "data-building=\"true\"", "securitycenter-scans/progress");
        assertThat(fragment(run)).contains("<table").doesNotContain("<html", "<script");
        assertThat(refused(run)).isEqualTo(404);

        CLOCK.advanceSeconds(200);
        await(run, page -> !page.contains("Running scans"));
        assertThat(fragment(run)).contains("data-building=\"true\"").doesNotContain("<table");
        assertThat(run.getDescription()).isEqualTo("mine");
        assertThat(run.getActions(ScanResultAction.class)).hasSize(1);
        run.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        assertThat(fragment(run)).contains("data-building=\"false\"").doesNotContain("<table");
        assertThat(Files.readString(run.getRootDir().toPath().resolve("build.xml")))
                .doesNotContain("RunningScan");
    }

    @Test
    void anAbortedScanIsGone() throws Exception {
        WorkflowRun run = start("try { securityCenterScan 'DMZ' } finally { sleep 1000 }");
        await(run, page -> page.contains("Running scans"));
        run.getExecution().getCurrentExecutions(true).get().forEach(step -> {
            try {
                step.stop(new FlowInterruptedException(Result.ABORTED, true));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        await(run, page -> !page.contains("Running scans"));
        run.doKill();
        jenkins.waitForCompletion(run);
    }

    @Test
    void namesTheRecordsThatAreNew() throws Exception {
        WorkflowRun run = start("securityCenterScan scan: 'DMZ', waitFor: 'completed'");
        await(run, page -> page.contains("Running scans") && page.contains("#scan_results/view/"));
        new Findings().add(finding().build(), FindingState.NEW).record(run, "weekly", "Weekly scan");

        assertThat(fragment(run)).contains("data-record=\"weekly\"", run.getUrl() + "weekly/", "Weekly scan</a>: 1 ");
        assertThat(page(run)).doesNotContain("data-record");
        CLOCK.advanceSeconds(200);
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
        assertThat(fragment(run)).contains("data-building=\"false\"", "data-record=\"weekly\"");
    }

    private void await(WorkflowRun run, Predicate<String> condition) throws Exception {
        for (int i = 0; i < 600 && !condition.test(page(run)); i++) {
            Thread.sleep(200);
        }
        assertThat(page(run)).matches(condition);
    }

    private String page(WorkflowRun run) throws Exception {
        try (WebClient client = jenkins.createWebClient().withJavaScriptEnabled(false)) {
            HtmlPage page = client.getPage(run);
            return page.getWebResponse().getContentAsString();
        }
    }

    private String fragment(WorkflowRun run) throws Exception {
        try (WebClient client = jenkins.createWebClient().withJavaScriptEnabled(false)) {
            return client.goTo(run.getUrl() + "securitycenter-scans/progress", null)
                    .getWebResponse()
                    .getContentAsString();
        }
    }

    /** Returns the HTTP status for a user who may not read the job. */
    private int refused(WorkflowRun run) throws Exception {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(
                new MockAuthorizationStrategy().grant(Jenkins.READ).everywhere().toEveryone());
        try (WebClient client = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false)) {
            return client.goTo(run.getUrl() + "securitycenter-scans/progress", null)
                    .getWebResponse()
                    .getStatusCode();
        } finally {
            jenkins.jenkins.setAuthorizationStrategy(new AuthorizationStrategy.Unsecured());
        }
    }
}
