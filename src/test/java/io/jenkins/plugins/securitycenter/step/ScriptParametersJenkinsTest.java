package io.jenkins.plugins.securitycenter.step;

import hudson.model.Result;
import io.jenkins.plugins.securitycenter.harness.ConnectedJenkins;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripts that misspell parameters. */
class ScriptParametersJenkinsTest extends ConnectedJenkins {

    ScriptParametersJenkinsTest() {
        super(Simulator.start(SimulatorOptions.defaults().withTiming(0, 0).withFindings(5)));
    }

    /** Jenkins refuses unknown parameters in tests only. */
    @BeforeEach
    void behaveAsOutsideOfTests() {
        DescribableModel.STRICT_PARAMETER_CHECKING = false;
    }

    @AfterEach
    void behaveAsInTests() {
        DescribableModel.STRICT_PARAMETER_CHECKING = true;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "securityCenterRecord gate: []|Unknown parameter \"gate\" of securityCenterRecord. Use abortPipeline, allowEmpty,",
                "securityCenterRecord gates: [[threshold: 1, severity: 'High', type: 'total', reslt: 'failure']]"
                        + "|Unknown parameter \"reslt\" of gates. Use cve, exploitAvailable,",
                "securityCenterRecord scanQuality: [authenticatedHost: 90]|Unknown parameter \"authenticatedHost\" of scanQuality.",
                "securityCenterRecord exports: [serif: 'a.json']|Unknown parameter \"serif\" of exports.",
                "securityCenterRecord query: [source: 'cumulative', filter: [:]]|Unknown parameter \"filter\" of query.",
                "securityCenterScan verify: [severities: 'High']|Unknown parameter \"severities\" of verify.",
                "securityCenterScan onDemand: [target: '192.0.2.1']|Unknown parameter \"target\" of onDemand.",
                "securityCenterScan scan: 'DMZ', wait: 'imported'|Unknown parameter \"wait\" of securityCenterScan.",
                "withSecurityCenter(host: 'x') { }|Unknown parameter \"host\" of withSecurityCenter. Use credentialsId, server.",
                "securityCenterRecord abortPipeline: 'yes'|abortPipeline \"yes\" is not allowed; use true or false.",
                "securityCenterRecord gates: [[threshold: 'many', severity: 'High', type: 'total']]"
                        + "|threshold \"many\" is not allowed; use the number of findings",
                "def options = [:]; securityCenterRecord gates: options.gates|gates is null; set a value, or leave it out.",
                "securityCenterRecord gates: [threshold: 1, severity: 'High', type: 'total']|gates must be a list, such as",
            })
    void failWithOneSentence(String script, String sentence) throws Exception {
        WorkflowRun run = run(Result.FAILURE, script);

        jenkins.assertLogContains("ERROR: " + sentence, run);
        jenkins.assertLogNotContains("\tat ", run);
    }

    @Test
    void maySetNumbersForIds() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, """
                def scan = securityCenterScan scan: 2
                securityCenterRecord scanResultId: scan.scanResultId as int, abortPipeline: 'false'
                """);

        jenkins.assertLogContains("SecurityCenter: 5 findings", run);
    }
}
