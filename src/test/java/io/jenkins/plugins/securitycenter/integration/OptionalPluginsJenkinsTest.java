package io.jenkins.plugins.securitycenter.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.jenkins.support.api.Container;
import com.cloudbees.jenkins.support.api.Content;
import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.ExtensionList;
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
import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import io.jenkins.plugins.securitycenter.harness.ConnectedJenkins;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.step.RecordStep;
import io.jenkins.plugins.securitycenter.step.ScanStep;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jenkins.metrics.api.Metrics;
import org.jenkinsci.plugins.tokenmacro.TokenMacro;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.TestExtension;

/** What builds publish with optional plugins, and what those show of the plugin. */
class OptionalPluginsJenkinsTest extends ConnectedJenkins {

    private static final List<ChecksDetails> PUBLISHED = Collections.synchronizedList(new ArrayList<>());
    private static boolean broken;

    @BeforeEach
    void reset() {
        PUBLISHED.clear();
        broken = false;
        simulator.controls().setFindings(50);
    }

    @Test
    void publishesACheckOfEachRecord() throws Exception {
        WorkflowRun run = run(Result.UNSTABLE, """
                securityCenterScan 'DMZ'
                securityCenterRecord()
                securityCenterRecord id: 'dmz', gates: [[threshold: 1, severity: 'Info', type: 'total']]
                securityCenterRecord id: 'named', checksName: 'Network'
                securityCenterRecord id: 'silent', publishChecks: false
                """);

        assertThat(PUBLISHED)
                .extracting(details -> details.getName().orElseThrow())
                .containsExactly(
                        "SecurityCenter",
                        "SecurityCenter",
                        "SecurityCenter dmz",
                        "SecurityCenter dmz",
                        "Network",
                        "Network");
        assertThat(PUBLISHED)
                .extracting(ChecksDetails::getConclusion)
                .containsExactly(
                        ChecksConclusion.NONE,
                        ChecksConclusion.NEUTRAL,
                        ChecksConclusion.NONE,
                        ChecksConclusion.FAILURE,
                        ChecksConclusion.NONE,
                        ChecksConclusion.NEUTRAL);
        assertThat(statuses()).startsWith(ChecksStatus.IN_PROGRESS, ChecksStatus.COMPLETED, ChecksStatus.IN_PROGRESS);
        ChecksDetails check = PUBLISHED.get(3);
        assertThat(check.getDetailsURL()).contains(jenkins.getURL() + run.getUrl() + "dmz/");
        assertThat(check.getOutput().orElseThrow().getTitle()).contains("50 findings, not compared; gate violated");
        assertThat(check.getOutput().orElseThrow().getSummary().orElseThrow()).contains("| Total | 50 | \\- | \\- |");
        assertThat(check.getOutput().orElseThrow().getText().orElseThrow()).contains("### Fix first");
    }

    @Test
    void aCheckFailsIfTheFindingsAreNotRecorded() throws Exception {
        simulator.faults().on("POST", "/analysis").html(403).times(1000);
        run(Result.FAILURE, "securityCenterScan 'DMZ'\nsecurityCenterRecord()");
        assertThatTheCheckFailed();

        PUBLISHED.clear();
        FreeStyleProject project = jenkins.createFreeStyleProject();
        project.getBuildersList().add(new ScanBuilder(new ScanStep("DMZ")));
        project.getPublishersList().add(new RecordPublisher(new RecordStep()));
        jenkins.buildAndAssertStatus(Result.FAILURE, project);
        assertThatTheCheckFailed();
    }

    @Test
    void aCheckFailsIfTheBuildIsAborted() throws Exception {
        simulator.faults().on("POST", "/analysis").html(503).times(1000);
        WorkflowRun run = start("securityCenterScan 'DMZ'\nsecurityCenterRecord()");
        jenkins.waitForMessage("Reading the findings", run);
        run.getExecutor().interrupt();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        assertThatTheCheckFailed();
    }

    private static void assertThatTheCheckFailed() {
        assertThat(statuses()).containsExactly(ChecksStatus.IN_PROGRESS, ChecksStatus.COMPLETED);
        assertThat(PUBLISHED.get(1).getConclusion()).isEqualTo(ChecksConclusion.FAILURE);
        assertThat(PUBLISHED.get(1).getName()).contains("SecurityCenter");
        assertThat(PUBLISHED.get(1).getOutput().orElseThrow().getTitle()).contains("Findings not recorded");
    }

    private static List<ChecksStatus> statuses() {
        return PUBLISHED.stream().map(ChecksDetails::getStatus).toList();
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

        assertThat(statuses()).containsExactly(ChecksStatus.IN_PROGRESS, ChecksStatus.COMPLETED);
        assertThat(expand(build, "${SECURITYCENTER} of ${SECURITYCENTER, value=\"id\"}"))
                .isEqualTo("50 of securitycenter");
    }

    @Test
    void offersTokens() throws Exception {
        WorkflowRun run = run(Result.UNSTABLE, """
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

    @Test
    void metersWhatBuildsDo() throws Exception {
        long before = counter("securitycenter.requests");
        long findings =
                Metrics.metricRegistry().meter("securitycenter.findings").getCount();
        run(Result.SUCCESS, "securityCenterScan 'DMZ'\nsecurityCenterRecord()");

        assertThat(counter("securitycenter.requests") - before)
                .isEqualTo(simulator.requests().size());
        assertThat(counter("securitycenter.failures")).isZero();
        assertThat(counter("securitycenter.retries")).isZero();
        assertThat(Metrics.metricRegistry().meter("securitycenter.findings").getCount() - findings)
                .isEqualTo(50);
        assertThat(Metrics.metricRegistry().timer("securitycenter.polls").getCount())
                .isPositive();
        assertThat(Metrics.metricRegistry()
                        .getGauges()
                        .get("securitycenter.waiting")
                        .getValue())
                .isEqualTo(0);
        assertThat(Metrics.metricRegistry()
                        .getGauges()
                        .get("securitycenter.sessions")
                        .getValue())
                .isEqualTo(0);
    }

    private static long counter(String name) {
        return Metrics.metricRegistry().counter(name).getCount();
    }

    @Test
    void supportBundlesContainTheStateWithoutSecrets() throws Exception {
        Setup.add(Setup.password("hidden", CredentialsScope.GLOBAL));
        WorkflowRun run = run(Result.SUCCESS, """
                withSecurityCenter {
                    securityCenterScan 'DMZ'
                    securityCenterRecord()
                    echo "session ${env.SECURITYCENTER_TOKEN} ${env.SECURITYCENTER_COOKIE}"
                }
                """);
        List<String> secrets = new ArrayList<>(List.of(
                Simulator.PASSWORD,
                Simulator.ACCESS_KEY,
                Simulator.SECRET_KEY,
                Simulator.USER,
                "hidden",
                "TNS_SESSIONID"));
        simulator
                .requests()
                .forEach(request -> request.headers().forEach((name, value) -> {
                    if (name.equalsIgnoreCase("X-SecurityCenter") || name.equalsIgnoreCase("Cookie")) {
                        secrets.add(value);
                    }
                }));
        assertThat(secrets).hasSizeGreaterThan(6);
        FindingsAction record = FindingsAction.of(run, "securitycenter").orElseThrow();
        StoredFindings.open(record.file()).forEach(row -> true, recorded -> {
            Finding finding = recorded.finding();
            secrets.addAll(List.of(finding.plugin().name(), finding.host().address(), finding.output()));
        });
        secrets.removeIf(String::isBlank);

        Map<String, String> files = bundle();
        assertThat(files).containsOnlyKeys("securitycenter/status.md");
        assertThat(files.get("securitycenter/status.md"))
                .contains("## Server simulator", "* Findings read: 50", "* Open sessions: 0")
                .doesNotContain(secrets);
    }

    private static Map<String, String> bundle() {
        Map<String, String> files = new LinkedHashMap<>();
        ExtensionList.lookupSingleton(SecurityCenterSupport.class).addContents(new Container() {
            @Override
            public void add(Content content) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                try {
                    content.writeTo(out);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                files.put(content.getName(), out.toString(StandardCharsets.UTF_8));
            }
        });
        return files;
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
