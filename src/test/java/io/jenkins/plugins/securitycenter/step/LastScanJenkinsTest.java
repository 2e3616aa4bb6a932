package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import io.jenkins.plugins.securitycenter.build.RecordPublisher;
import io.jenkins.plugins.securitycenter.build.ScanBuilder;
import io.jenkins.plugins.securitycenter.harness.ConnectedJenkins;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.result.ScanResultAction;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps without a scan result ID, after a scan without a result. */
class LastScanJenkinsTest extends ConnectedJenkins {

    private static final String NO_RESULT =
            "scanResultId is empty and the last scan or import of this build ended without a result; set scanResultId";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "securityCenterScan 'Unreachable network'",
                "securityCenterScan 'No such scan'",
                "securityCenterScan scan: 'DMZ', waitFor: 'none'",
                "securityCenterScan scan: 'DMZ', server: 'none'",
                "securityCenterImport file: 'a.nessus', repository: '1'"
            })
    void aScanWithoutResultHidesEarlierOnes(String failing) throws Exception {
        WorkflowRun run = run(Result.FAILURE, """
                securityCenterScan '1'
                try {
                    %s
                    error 'not reached'
                } catch (hudson.AbortException expected) {
                    echo "failed: ${expected.message}"
                }
                securityCenterRecord()
                """.formatted(failing));

        jenkins.assertLogContains("ERROR: " + NO_RESULT + " or query.", run);
        assertThat(run.getActions(FindingsAction.class)).isEmpty();
    }

    @Test
    void aRepeatedScanCounts() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, """
                def scans = ['Unreachable network', '1']
                retry(2) {
                    securityCenterScan scans.remove(0)
                }
                securityCenterRecord()
                """);

        assertThat(FindingsAction.of(run, "securitycenter").orElseThrow().getScanResultId())
                .isEqualTo("2");
        assertThat(run.getActions(ScanResultAction.class))
                .extracting(ScanResultAction::hasResult)
                .containsExactly(false, true);
    }

    @Test
    void aScanOfAnotherServerIsStillTheLastThere() throws Exception {
        run(Result.SUCCESS, """
                securityCenterScan '1'
                try {
                    securityCenterScan scan: 'DMZ', server: 'none'
                } catch (hudson.AbortException expected) {
                    echo "failed: ${expected.message}"
                }
                securityCenterRecord server: 'simulator'
                """);
    }

    @Test
    void freestyleBuildsRecordNoEarlierScan() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new ScanBuilder(new ScanStep("1")));
        job.getBuildersList().add(new ScanBuilder(new ScanStep("Unreachable network")));
        job.getPublishersList().add(new RecordPublisher(new RecordStep()));

        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains(NO_RESULT + " or query.", build);
        assertThat(build.getActions(FindingsAction.class)).isEmpty();
    }
}
