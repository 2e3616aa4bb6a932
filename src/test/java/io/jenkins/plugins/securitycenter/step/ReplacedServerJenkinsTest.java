package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.ConnectedJenkins;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator replaces the server between two steps, and the new one has a result with the same ID. */
class ReplacedServerJenkinsTest extends ConnectedJenkins {

    @ParameterizedTest
    @ValueSource(strings = {"securityCenterRecord()", "node { securityCenterExport() }"})
    void aLaterStepTakesNoResultOfTheNewServer(String step) throws Exception {
        try (Simulator replacement = Setup.quick()) {
            simulator.faults().onEach((method, path) -> {
                if (path.equals("/zone")) {
                    SecurityCenterConfiguration.get().setServers(List.of(Setup.server(Setup.SERVER, replacement)));
                }
            });
            WorkflowRun run =
                    run(Result.FAILURE, "securityCenterScan scan: '1'\nsecurityCenterRequest path: '/zone'\n" + step);

            assertThat(Builds.lines(run))
                    .last()
                    .asString()
                    .startsWith("ERROR: scanResultId is empty, and the URL of SecurityCenter \"simulator\" has changed"
                            + " since the scan; set scanResultId");
            assertThat(replacement.requests()).isEmpty();
        }
    }
}
