package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.ConnectedJenkins;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.result.SeverityCounts;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.time.LocalDate;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;

/** Suppression files in the workspace of a pipeline, and the limits of administrators. */
class SuppressionsJenkinsTest extends ConnectedJenkins {

    private static final LocalDate END = LocalDate.now().plusDays(100);

    SuppressionsJenkinsTest() {
        super(Simulator.start(SimulatorOptions.defaults().withTiming(0, 0).withFindings(50)));
    }

    @Test
    void suppressesWhatTheFileLists() throws Exception {
        WorkflowRun run = record(Result.SUCCESS, "until");
        FindingsAction record = FindingsAction.of(run, "securitycenter").orElseThrow();
        long suppressed = record.getSuppressed().getTotal();
        assertThat(suppressed).isPositive();
        assertThat(record.getTotals().getTotal() + suppressed).isEqualTo(50);
        jenkins.assertLogContains("suppressed " + suppressed + ", expired []", run);
    }

    @Test
    void recordsNothingWithAFileThatItDoesNotUnderstand() throws Exception {
        assertRefused(
                "untill",
                ", line 3, column 5: unknown key \"untill\"; use plugin, cve, family, fingerprint, hosts, ports,"
                        + " severity, until, reason.");
    }

    @Test
    void recordsNothingWithARuleThatEndsTooLate() throws Exception {
        SecurityCenterConfiguration.get().setMaximumSuppressionDays(99);
        assertRefused(
                "until",
                ", line 2: until " + END + " is more than 99 days ahead, which the administrators of this Jenkins do"
                        + " not allow; use a date up to " + END.minusDays(1) + ".");
    }

    @Test
    void recordsNothingIfSuppressionsAreOff() throws Exception {
        SecurityCenterConfiguration.get().setSuppressibleSeverity("None");
        assertRefused(
                "until",
                " is set, but the administrators of this Jenkins do not allow suppressions; remove the parameter.");
    }

    @Test
    void countsWhatIsTooSevereToBeSuppressed() throws Exception {
        SecurityCenterConfiguration.get().setSuppressibleSeverity("Low");
        FindingsAction record = FindingsAction.of(record(Result.SUCCESS, "until"), "securitycenter")
                .orElseThrow();
        SeverityCounts suppressed = record.getSuppressed();
        assertThat(suppressed.getTotal()).isPositive();
        assertThat(suppressed.getTotal()).isEqualTo(suppressed.getLow() + suppressed.getInfo());
    }

    private void assertRefused(String key, String sentence) throws Exception {
        WorkflowRun run = record(Result.FAILURE, key);
        assertThat(Builds.lines(run)).contains("ERROR: suppressions \"ignored.yaml\"" + sentence);
        assertThat(JenkinsRule.getLog(run)).doesNotContain("\tat ");
        assertThat(run.getActions(FindingsAction.class)).isEmpty();
        assertThat(run.getRootDir()).isDirectoryNotContaining("glob:**securitycenter-*");
    }

    /** Records with a rule for a family whose last day has that key. */
    private WorkflowRun record(Result result, String key) throws Exception {
        return run(result, """
                node {
                    writeFile file: 'ignored.yaml', text: \"\"\"ignore:
                  - family: Web Servers
                    %s: %s
                    reason: Test
                \"\"\"
                    securityCenterScan 'DMZ'
                    def record = securityCenterRecord suppressions: 'ignored.yaml'
                    echo "suppressed ${record.suppressed.total}, expired ${record.suppressions.expired}"
                }
                """.formatted(key, END));
    }
}
