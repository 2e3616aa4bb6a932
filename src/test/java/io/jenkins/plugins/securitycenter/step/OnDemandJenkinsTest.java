package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import io.jenkins.plugins.securitycenter.build.ScanBuilder;
import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.Patience;
import io.jenkins.plugins.securitycenter.harness.WaitingJenkins;
import io.jenkins.plugins.securitycenter.simulator.Outcome;
import io.jenkins.plugins.securitycenter.task.OnDemandOwner;
import java.time.Duration;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scans that are made for one build. The first that is made has the id 10. */
class OnDemandJenkinsTest extends WaitingJenkins {

    static final String SCAN = "securityCenterScan onDemand: [name: 'Made', policy: 'Full Safe Scan',"
            + " repository: 'Default', targets: '10.18.0.1']";
    static final String REMOVED = "Removed scan \"Made\", which was created for this build.";

    @Test
    void aPipelineMakesAndRemovesAScan() throws Exception {
        WorkflowRun run = waiting("""
                def scan = securityCenterScan onDemand: [name: "${env.JOB_NAME}", policy: 'Full Safe Scan',
                        repository: 'Default', targets: ['10.18.0.1', 'www.example.com'], assets: ['Build agents'],
                        zone: 'DMZ', credentials: ['Linux root', '1000002'], maxScanTime: 7200]
                echo "${scan.scanId} ${scan.name} ${scan.importStatus}!"
                """, 50, "Running");
        JsonNode scan = made().get(0);
        String job = run.getParent().getFullName();
        assertThat(scan.path("name").asText()).isEqualTo(job);
        assertThat(scan.path("ipList").asText()).isEqualTo("10.18.0.1,www.example.com");
        assertThat(scan.at("/assets/0/name").asText()).isEqualTo("Build agents");
        assertThat(scan.at("/zone/name").asText()).isEqualTo("DMZ");
        assertThat(scan.at("/credentials/1/name").asText()).isEqualTo("Windows domain");
        assertThat(scan.path("maxScanTime").asText()).isEqualTo("7200");
        assertThat(scan.path("description").asText()).contains(" " + run.getExternalizableId() + " ");
        clock.advanceSeconds(300);
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
        jenkins.assertLogContains("10 " + job + " Finished!", run);
        assertDoneOnce();
    }

    @Test
    void aFreestyleBuildMakesAndRemovesAScan() throws Exception {
        OnDemandDefinition definition =
                new OnDemandDefinition("${JOB_NAME} ${BUILD_NUMBER}", "Full Safe Scan", "Default");
        definition.setTargets("10.18.0.${BUILD_NUMBER}");
        FreeStyleProject job = jenkins.createFreeStyleProject("daily");
        job.getBuildersList().add(new ScanBuilder(step(definition)));
        FreeStyleBuild build = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("Launched", build);
        assertThat(made().get(0).path("name").asText()).isEqualTo("daily 1");
        assertThat(made().get(0).path("ipList").asText()).isEqualTo("10.18.0.1");
        clock.advanceSeconds(300);
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));
        assertDoneOnce();
    }

    @Test
    void anAbortRemovesIt() throws Exception {
        WorkflowRun run = waiting(SCAN, 50, "Running");
        run.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        jenkins.assertLogContains("Stopped scan result 1.", run);
        jenkins.assertLogContains(REMOVED, run);
        jenkins.assertLogNotContains("\tat ", run);
        assertDoneOnce();
    }

    @Test
    void anAbortWhileItIsMadeRemovesIt() throws Exception {
        simulator.faults().on("POST", "/scan").slow(Duration.ofSeconds(3));
        WorkflowRun run = start(SCAN);
        Patience.until("making", () -> requests("POST /scan") == 1);
        run.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        assertThat(simulator.launches("10")).isZero();
        assertThat(made()).isEmpty();
    }

    @Test
    void anAbortedFreestyleBuildRemovesIt() throws Exception {
        OnDemandDefinition definition = new OnDemandDefinition("Made", "Full Safe Scan", "Default");
        definition.setAssets("Build agents");
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new ScanBuilder(step(definition)));
        FreeStyleBuild build = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("Queued", build);
        build.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(build));
        jenkins.assertLogContains(REMOVED, build);
        assertDoneOnce();
    }

    @Test
    void aFailureRemovesIt() throws Exception {
        simulator.controls().setOutcome("10", Outcome.ERROR);
        WorkflowRun run = waiting(SCAN, 300, REMOVED);
        jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(run));
        jenkins.assertLogContains("ended with status \"Error\": Scan IPs are not within your accessible range.", run);
        jenkins.assertLogNotContains("\tat ", run);
        assertDoneOnce();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[scan: 'DMZ', onDemand: [name: 'n', policy: 'p', repository: 'r', targets: '10.0.0.1']]"
                        + "|scan and onDemand are both set; set only one of scan, onDemand and verify.",
                "[:]|scan is empty; enter the name or the ID of an existing scan, create a scan for this build"
                        + " (onDemand), or verify findings (verify).",
                "[onDemand: [name: 'n', policy: 'Nonesuch', repository: 'Default', targets: '10.0.0.1']]"
                        + "|Policy \"Nonesuch\" does not exist on SecurityCenter \"simulator\", or the account cannot"
                        + " use it; the account can use \"Full Safe Scan\", \"Web Tests\".",
                "[onDemand: [name: 'n', policy: 'p', repository: 'r', targets: '10.0.0.1/40']]"
                        + "|Target \"10.0.0.1/40\" needs a number from 0 to 32 after the slash; use an address"
                        + " (192.0.2.1, 2001:db8::1), a range (192.0.2.1-192.0.2.9), a network (192.0.2.0/24) or a"
                        + " host name (www.example.com)."
            })
    void aMistakeIsASentence(String parameters, String sentence) throws Exception {
        WorkflowRun run = start("securityCenterScan(" + parameters + ")");
        jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(run));
        Builds.assertOnlySentence(run, sentence);
        assertThat(made()).isEmpty();
    }

    @Test
    void leftoversOfThisJenkinsAreRemoved() throws Exception {
        WorkflowRun ended = start("echo 'done'");
        jenkins.waitForCompletion(ended);
        WorkflowRun running = start("sleep 600");
        leave(OnDemandOwner.of(ended, "t"), "crashed");
        leave(OnDemandOwner.of(running, "t"), "running");
        String instance = jenkins.jenkins.getLegacyInstanceId();
        leave(new ScanOwnerTag(instance, ended.getExternalizableId() + " other"), "made by a copy of this Jenkins");
        leave(new ScanOwnerTag(instance, "no-such-job#1 t"), "renamed");
        leave(new ScanOwnerTag("another-jenkins", ended.getExternalizableId() + " t"), "foreign");
        WorkflowRun run = waiting(SCAN, 300, REMOVED);
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
        jenkins.assertLogContains("Removed scan \"crashed\", left over from build " + ended.getExternalizableId(), run);
        assertThat(made())
                .extracting(scan -> scan.path("name").asText())
                .containsExactly("running", "made by a copy of this Jenkins", "renamed", "foreign");
        running.doStop();
        jenkins.waitForCompletion(running);
    }

    private void leave(ScanOwnerTag mark, String name) {
        simulator.controls().put("scan", """
                {"name":"%s","description":"x [jenkins %s %s]","createdTime":"%d"}""".formatted(
                        name, mark.instance(), mark.build(), clock.instant().getEpochSecond()));
    }

    @ParameterizedTest
    @CsvSource({"agent,Agents at night,1000001", "web,Shop,2000001"})
    void otherKindsOfScansRunAlike(String kind, String name, String id) throws Exception {
        WorkflowRun run = waiting(
                "echo securityCenterScan(kind: '" + kind + "', scan: '" + name + "').scanId + '!'", 50, "Running");
        clock.advanceSeconds(300);
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
        jenkins.assertLogContains(id + "!", run);
        assertThat(simulator.launches(id)).isOne();
    }

    @Test
    void whatIsInTheWayIsSaidBeforehand() throws Exception {
        simulator.controls().put("freeze", """
                {"name":"Month end","start":"TZID=UTC:20200101T000000","duration":"9999999999","allIPs":"true"}""");
        WorkflowRun run = jenkins.waitForCompletion(start("securityCenterScan '1'"));
        jenkins.assertBuildStatus(Result.FAILURE, run);
        assertThat(Builds.lines(run)).hasSize(2).first().asString().startsWith("Warning: Freeze window \"Month end\"");
    }

    @Test
    void formAndSnippetKeepEveryField() throws Exception {
        OnDemandDefinition definition = new OnDemandDefinition("Made <1>", "Full Safe Scan", "Default");
        definition.setTargets("10.0.0.1, 10.0.0.2\nwww.example.com");
        definition.setAssets("Build agents\nShop");
        definition.setZone("DMZ");
        definition.setCredentials("Linux root");
        definition.setMaxScanTime("unlimited");
        ScanBuilder before = new ScanBuilder(step(definition));
        ScanBuilder after = jenkins.configRoundtrip(before);
        assertThat(Snippetizer.object2Groovy(after.getTask()))
                .isEqualTo(Snippetizer.object2Groovy(before.getTask()))
                .startsWith("securityCenterScan(onDemand: [assets: ")
                .contains("credentials: 'Linux root'", "name: 'Made <1>'")
                .doesNotContain("scan:", "kind");
    }

    private static ScanStep step(OnDemandDefinition definition) {
        ScanStep step = new ScanStep(null);
        step.setOnDemand(definition);
        return step;
    }

    private List<? extends JsonNode> made() {
        return simulator.controls().objects("scan").stream()
                .filter(scan -> scan.path("id").asInt() >= 10)
                .toList();
    }

    private void assertDoneOnce() {
        assertThat(requests("POST /scan")).isEqualTo(1);
        assertThat(simulator.launches("10")).isEqualTo(1);
        assertThat(made()).isEmpty();
    }
}
