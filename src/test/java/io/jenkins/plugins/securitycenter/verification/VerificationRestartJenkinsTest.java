package io.jenkins.plugins.securitycenter.verification;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.securitycenter.harness.Patience;
import io.jenkins.plugins.securitycenter.harness.RestartingJenkins;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.simulator.ScanReports;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jenkins is killed while a verification runs. */
class VerificationRestartJenkinsTest extends RestartingJenkins {

    private static final String SCRIPT = """
            securityCenterScan 'DMZ'
            securityCenterRecord()
            def fix = securityCenterScan verify: [severity: 'High, Critical', build: env.BUILD_NUMBER, maximumScans: 2]
            echo "Sentence: ${fix.sentence}"
            """;

    /** What the simulator does with a request when Jenkins is killed: it never sees it, or never answers it. */
    @ParameterizedTest
    @CsvSource({
        "POST,/policy,hang",
        "POST,/policy,hangAfter",
        "POST,/scan,hang",
        "POST,/scan,hangAfter",
        "POST,/scan/*/launch,hangAfter",
        "DELETE,/scan/*,hang",
        "DELETE,/scan/*,hangAfter",
        "DELETE,/policy/*,hang",
        "DELETE,/policy/*,hangAfter"
    })
    void killBetweenTwoActionsLaunchesNothingTwice(String method, String path, String fault) throws Throwable {
        session.then(jenkins -> {
            simulator.controls().setScanReports(ScanReports.COMPLETE);
            WorkflowRun run = begin(jenkins, SCRIPT);
            jenkins.waitForMessage("Queued", run);
            hang(method, path, fault);
            advanceUntilHanging(method, path);
            snapshot(jenkins);
        });
        kill();
        simulator.faults().clear();
        session.then(jenkins -> {
            WorkflowRun run = present(jenkins);
            advanceToTheEnd(run);
            jenkins.assertBuildStatus(Result.UNSTABLE, jenkins.waitForCompletion(run));
            jenkins.assertLogContains("Sentence: 0 of ", run);
            assertThat(FindingsAction.of(run, "verification")).isPresent();
            assertThat(run.getActions(FindingsAction.class)).hasSize(2);
        });
        assertThat(simulator.launches("10")).isEqualTo(1);
        assertThat(simulator.launches("11")).isEqualTo(1);
        assertThat(simulator.controls().objects("scan")).hasSize(9);
        assertThat(simulator.controls().objects("policy")).hasSize(2);
    }

    private void hang(String method, String path, String fault) {
        if (fault.equals("hang")) {
            simulator.faults().on(method, path).hang().times(1);
        } else {
            simulator.faults().on(method, path).hangAfter().times(1);
        }
    }

    private void advanceUntilHanging(String method, String path) {
        Patience.until("request " + method + " " + path, () -> {
            clock.advanceSeconds(30);
            return simulator.faults().pending() == 0;
        });
    }

    private void advanceToTheEnd(WorkflowRun run) {
        Patience.until("end", () -> {
            clock.advanceSeconds(30);
            return !run.isBuilding();
        });
    }

    @Test
    void abortAfterTheRestartLeavesNothing() throws Throwable {
        session.then(jenkins -> {
            simulator.controls().setScanReports(ScanReports.COMPLETE);
            WorkflowRun run = begin(jenkins, SCRIPT);
            jenkins.waitForMessage("Queued", run);
            clock.advanceSeconds(300);
            Patience.until("launch", () -> simulator.launches("10") == 1);
        });
        session.then(jenkins -> {
            WorkflowRun run = present(jenkins);
            jenkins.waitForMessage("Jenkins restarted; still waiting", run);
            run.doStop();
            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        });
        assertThat(simulator.controls().objects("scan")).hasSize(9);
        assertThat(simulator.controls().objects("policy")).hasSize(2);
    }
}
