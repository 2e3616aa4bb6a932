package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.securitycenter.harness.ConnectedJenkins;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;

/** Builds that run scans in parallel branches. */
class ParallelScansJenkinsTest extends ConnectedJenkins {

    private static final String NONE =
            "scanResultId is empty and this branch has not run a scan; set scanResultId or query.";

    @Test
    void eachBranchTakesItsOwnScan() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, """
                def own = [:]
                parallel(
                    network: {
                        own.network = securityCenterScan('1').scanResultId
                        waitUntil(initialRecurrencePeriod: 100) { own.dmz != null }
                        securityCenterRecord id: 'network'
                    },
                    dmz: {
                        own.dmz = securityCenterScan('DMZ').scanResultId
                        waitUntil(initialRecurrencePeriod: 100) { own.network != null }
                        securityCenterRecord id: 'dmz'
                    })
                echo "scans ${own.network} ${own.dmz}"
                """);

        jenkins.assertLogContains("scans " + scan(run, "network") + " " + scan(run, "dmz"), run);
        assertThat(scan(run, "network")).isNotEqualTo(scan(run, "dmz"));
    }

    @Test
    void aBranchWithoutScanTakesNoOther() throws Exception {
        WorkflowRun run = run(Result.FAILURE, """
                def scanned = false
                parallel(
                    scan: {
                        securityCenterScan '1'
                        scanned = true
                    },
                    record: {
                        waitUntil(initialRecurrencePeriod: 100) { scanned }
                        securityCenterRecord()
                    })
                """);

        jenkins.assertLogContains(NONE, run);
    }

    @Test
    void noneOfSeveralIsTheLast() throws Exception {
        WorkflowRun run = run(
                Result.FAILURE,
                "parallel(a: { securityCenterScan '1' }, b: { securityCenterScan 'DMZ' })\nsecurityCenterRecord()");

        jenkins.assertLogContains(
                "ERROR: scanResultId is empty and this build has run several scans in parallel branches; set scanResultId.",
                run);
    }

    @Test
    void scansBeforeAndAfterTheBranchesCount() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, """
                securityCenterScan '1'
                parallel(a: { securityCenterRecord id: 'a' }, b: { echo 'none' })
                parallel(c: { securityCenterScan 'DMZ' }, d: { echo 'none' })
                securityCenterRecord id: 'after'
                """);

        assertThat(scan(run, "a")).isEqualTo("1");
        assertThat(scan(run, "after")).isEqualTo("2");
    }

    private static String scan(WorkflowRun run, String record) {
        return FindingsAction.of(run, record).orElseThrow().getScanResultId();
    }
}
