package io.jenkins.plugins.securitycenter.integration;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.checks.api.ChecksConclusion;
import io.jenkins.plugins.checks.api.ChecksDetails;
import io.jenkins.plugins.checks.api.ChecksPublisher;
import io.jenkins.plugins.checks.api.ChecksPublisherFactory;
import io.jenkins.plugins.checks.api.ChecksStatus;
import io.jenkins.plugins.securitycenter.build.RecordPublisher;
import io.jenkins.plugins.securitycenter.build.ScanBuilder;
import io.jenkins.plugins.securitycenter.harness.ConnectedJenkins;
import io.jenkins.plugins.securitycenter.step.RecordStep;
import io.jenkins.plugins.securitycenter.step.ScanStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jenkinsci.plugins.tokenmacro.TokenMacro;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.TestExtension;

/** What builds publish with the Checks API and Token Macro plugins. */
class OptionalPluginsJenkinsTest extends ConnectedJenkins {

    private static final List<ChecksDetails> PUBLISHED = new ArrayList<>();
    private static boolean broken;

    @BeforeEach
    void reset() {
        PUBLISHED.clear();
        broken = false;
        simulator.controls().setFindings(50);
    }

    @Test
    void publishesACheckOfEachRecord() throws Exception {
        WorkflowRun run = run(
                Result.UNSTABLE,
                """
                securityCenterScan 'DMZ'
                securityCenterRecord()
                securityCenterRecord id: 'dmz', gates: [[threshold: 1, severity: 'Info', type: 'total']]
                securityCenterRecord id: 'named', checksName: 'Network'
                securityCenterRecord id: 'silent', publishChecks: false
                """);

        assertThat(PUBLISHED)
                .extracting(details -> details.getName().orElseThrow())
                .containsExactly("SecurityCenter", "SecurityCenter dmz", "Network");
        assertThat(PUBLISHED)
                .extracting(ChecksDetails::getConclusion)
                .containsExactly(ChecksConclusion.NEUTRAL, ChecksConclusion.FAILURE, ChecksConclusion.NEUTRAL);
        assertThat(PUBLISHED).extracting(ChecksDetails::getStatus).containsOnly(ChecksStatus.COMPLETED);
        ChecksDetails check = PUBLISHED.get(1);
        assertThat(check.getDetailsURL()).contains(jenkins.getURL() + run.getUrl() + "dmz/");
        assertThat(check.getOutput().orElseThrow().getTitle()).contains("50 findings, not compared; gate violated");
        assertThat(check.getOutput().orElseThrow().getSummary().orElseThrow()).contains("| Total | 50 | \\- | \\- |");
        assertThat(check.getOutput().orElseThrow().getText().orElseThrow()).contains("### Fix first");
    }

    @Test
    void aFailureOfThePublisherIsLogged() throws Exception {
        broken = true;
        WorkflowRun run = run(Result.SUCCESS, "securityCenterScan 'DMZ'\nsecurityCenterRecord()");
        jenkins.assertLogContains(
                "Could not publish the check of record \"securitycenter\": java.lang.IllegalStateException: no route",
                run);
    }

    @Test
    void freestyleBuildsPublishToo() throws Exception {
        FreeStyleProject project = jenkins.createFreeStyleProject();
        project.getBuildersList().add(new ScanBuilder(new ScanStep("DMZ")));
        project.getPublishersList().add(new RecordPublisher(new RecordStep()));
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(project);

        assertThat(PUBLISHED).hasSize(1);
        assertThat(expand(build, "${SECURITYCENTER} of ${SECURITYCENTER, value=\"id\"}"))
                .isEqualTo("50 of securitycenter");
    }

    @Test
    void offersTokens() throws Exception {
        WorkflowRun run = run(
                Result.UNSTABLE,
                """
                securityCenterScan 'DMZ'
                securityCenterRecord id: 'dmz', gates: [[threshold: 1, severity: 'Info', type: 'total']]
                """);
        WorkflowRun empty = run(Result.SUCCESS, "echo 'nothing'");

        assertThat(expand(run, "${SECURITYCENTER, value=\"total\"} ${SECURITYCENTER, value=\"verdict\", id=\"dmz\"}"))
                .isEqualTo("50 unstable");
        assertThat(expand(run, "${SECURITYCENTER, value=\"page\"}"))
                .isEqualTo(jenkins.getURL() + run.getUrl() + "dmz/");
        assertThat(expand(run, "<${SECURITYCENTER, value=\"new\", severity=\"High\"}>"))
                .isEqualTo("<>");
        assertThat(expand(run, "<${SECURITYCENTER, id=\"other\"}>")).isEqualTo("<>");
        assertThat(expand(empty, "<${SECURITYCENTER, value=\"nonsense\"}>")).isEqualTo("<>");
        assertThat(expand(run, "${SECURITYCENTER, value=\"nonsense\"}")).startsWith("Unknown value \"nonsense\". Use ");
    }

    private static String expand(Run<?, ?> run, String text) throws Exception {
        return TokenMacro.expandAll(run, null, TaskListener.NULL, text);
    }

    /** Takes what a plugin for a platform would publish. */
    @TestExtension
    public static final class Platform extends ChecksPublisherFactory {

        @Override
        protected Optional<ChecksPublisher> createPublisher(Run<?, ?> run, TaskListener listener) {
            return Optional.of(new ChecksPublisher() {
                @Override
                public void publish(ChecksDetails details) {
                    if (broken) {
                        throw new IllegalStateException("no route");
                    }
                    if (!details.getName().orElse("").equals("Jenkins")) {
                        PUBLISHED.add(details);
                    }
                }
            });
        }
    }
}
