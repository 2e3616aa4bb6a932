package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Items;
import io.jenkins.plugins.securitycenter.harness.RestartingJenkins;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A job is moved to a folder while its build waits, and then Jenkins restarts. */
class MovedJobJenkinsTest extends RestartingJenkins {

    @ParameterizedTest
    @ValueSource(strings = {"securityCenterScan scan: '1'", OnDemandJenkinsTest.SCAN})
    void theScanOfItsBuildGoesOn(String script) throws Throwable {
        session.then(jenkins -> {
            WorkflowRun run = begin(jenkins, script);
            jenkins.waitForMessage("Queued", run);
            Items.move(run.getParent(), jenkins.createFolder("folder"));
        });
        session.then(jenkins -> {
            WorkflowRun run = jenkins.jenkins
                    .getItemByFullName("folder/job", WorkflowJob.class)
                    .getBuildByNumber(1);
            jenkins.waitForMessage("Jenkins restarted; still waiting", run);
            clock.advanceSeconds(300);
            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
        });
        assertThat(requests("POST /scanResult/1/stop")).isZero();
        assertThat(simulator.controls().objects("scan")).hasSize(9);
    }
}
