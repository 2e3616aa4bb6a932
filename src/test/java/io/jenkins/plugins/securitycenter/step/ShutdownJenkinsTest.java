package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.init.Terminator;
import hudson.model.Result;
import io.jenkins.plugins.securitycenter.harness.Patience;
import io.jenkins.plugins.securitycenter.harness.RestartingJenkins;
import io.jenkins.plugins.securitycenter.task.SecurityCenterService;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionList;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jenkins goes down in an orderly way while a step that is done in one go waits for the server. */
class ShutdownJenkinsTest extends RestartingJenkins {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "GET | /currentUser | securityCenterRequest path: '/currentUser'",
                "POST | /analysis | securityCenterRecord query: [source: 'cumulative'], allowEmpty: true",
                "GET | /asset | securityCenterAsset name: 'CI', addresses: '192.0.2.1'",
                "GET | /currentUser | withSecurityCenter { securityCenterRequest path: '/currentUser' }"
            })
    void aStepBeginsAgain(String method, String path, String script) throws Throwable {
        simulator.faults().on(method, path).hang().times(1);
        session.then(jenkins -> {
            begin(jenkins, script);
            Patience.until("call", () -> requests(method + " " + path) == 1);
        });
        assertThat(simulator.openSessions()).isZero();
        session.then(jenkins -> jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(present(jenkins))));
        assertThat(requests(method + " " + path)).isGreaterThan(1);
        assertThat(simulator.openSessions()).isZero();
    }

    @Test
    void aCallThatMustNotBeRepeatedSaysSo() throws Throwable {
        simulator.faults().on("POST", "/ticket").hang().times(1);
        session.then(jenkins -> {
            begin(jenkins, "securityCenterRequest path: '/ticket', method: 'POST', body: [name: 'x']");
            Patience.until("call", () -> requests("POST /ticket") == 1);
        });
        assertThat(simulator.openSessions()).isZero();
        session.then(jenkins -> {
            WorkflowRun run = present(jenkins);
            jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(run));
            jenkins.assertLogContains("it is not known whether the request succeeded, so it is not repeated.", run);
            jenkins.assertLogNotContains("IllegalStateException", run);
        });
        assertThat(requests("POST /ticket")).isEqualTo(1);
    }

    @Test
    void pipelineIsSuspendedBefore() throws Exception {
        assertThat(SecurityCenterService.class
                        .getMethod("shutDown")
                        .getAnnotation(Terminator.class)
                        .requires())
                .containsExactly(FlowExecutionList.EXECUTIONS_SUSPENDED);
    }
}
