package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import hudson.model.Label;
import hudson.model.ParametersAction;
import hudson.model.Result;
import hudson.model.StringParameterValue;
import io.jenkins.plugins.securitycenter.build.AssetBuilder;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class AssetJenkinsTest {

    private final Simulator simulator = Setup.quick();
    private JenkinsRule jenkins;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Setup.connect(simulator);
    }

    @AfterEach
    void close() {
        assertThat(simulator.openSessions()).isZero();
        simulator.close();
    }

    @Test
    void aListIsMadeThenKeptThenChanged() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, """
                withSecurityCenter {
                    echo "1 ${securityCenterAsset name: 'CI', addresses: ['192.0.2.2', '192.0.2.1'], description: 'of CI'}"
                    echo "2 ${securityCenterAsset name: 'CI', addresses: '192.0.2.1-192.0.2.2'}"
                    echo "3 ${securityCenterAsset name: 'CI', addresses: '192.0.2.0/30'}"
                    echo "4 ${securityCenterAsset name: 'Web', hostNames: 'www.example.com, db.example.com'}"
                    echo "5 ${securityCenterAsset name: 'CI', addresses: '192.0.2.0/30', description: 'of Jenkins'}"
                    echo "6 ${securityCenterRequest(path: '/asset/2').response.typeFields}"
                }
                """);
        assertThat(Builds.lines(run))
                .containsExactly(
                        says("CI", 2, "created"),
                        "1 [assetId:2, changed:true]",
                        says("CI", 2, "left unchanged"),
                        "2 [assetId:2, changed:false]",
                        says("CI", 2, "updated"),
                        "3 [assetId:2, changed:true]",
                        says("Web", 3, "created"),
                        "4 [assetId:3, changed:true]",
                        says("CI", 2, "updated"),
                        "5 [assetId:2, changed:true]",
                        "SecurityCenter \"simulator\": GET /asset/2: HTTP 200",
                        "6 [definedIPs:192.0.2.0/30]");
        assertThat(lines())
                .filteredOn("POST /token"::equals)
                .as("for scripts and for steps")
                .hasSize(2);
        assertThat(lines()).filteredOn("DELETE /token"::equals).hasSize(2);
        assertThat(lines()).filteredOn("POST /asset"::equals).hasSize(2);
        assertThat(lines()).filteredOn("PATCH /asset/2"::equals).hasSize(2);
    }

    @Test
    void theHostsComeFromAFileOnTheAgent() throws Exception {
        jenkins.createOnlineSlave(Label.get("far"));
        WorkflowRun run = run(Result.SUCCESS, """
                node('far') {
                    writeFile file: 'in/hosts.txt', text: '# lab\\nwww.example.com\\ndb.example.com # main\\n'
                    echo "changed ${securityCenterAsset(name: 'Web', file: 'in/hosts.txt').changed}"
                }
                """);
        jenkins.assertLogContains("changed true", run);
        assertThat(sent("POST /asset").body())
                .isEqualTo("{\"name\":\"Web\",\"type\":\"dnsname\","
                        + "\"definedDNSNames\":\"www.example.com,db.example.com\"}");
    }

    @Test
    void everyMistakeIsOneSentence() throws Exception {
        Map<String, String> sentences = new LinkedHashMap<>();
        sentences.put("name: '', addresses: '192.0.2.1'", "name is empty; enter the name of an asset list.");
        sentences.put("name: 'x'", "addresses, hostNames and file are all empty; set one of them.");
        sentences.put(
                "name: 'x', addresses: '192.0.2.1', hostNames: ['a.example']",
                "addresses and hostNames are set; set only one of them.");
        sentences.put(
                "name: 'x', addresses: ['192.0.2.1', 'a.example']",
                "addresses contains \"a.example\"; put host names in hostNames.");
        sentences.put(
                "name: 'x', addresses: [a: 1]",
                "addresses must be a list, or text separated by commas or line breaks.");
        sentences.put(
                "name: 'x', addresses: '#'",
                "Asset list \"x\" would be empty; specify at least one address or host name.");
        sentences.put("name: 'x', file: 'y'", "file needs a workspace; put the step in a node block.");
        sentences.put(
                "name: 'x', file: '../y'", "file \"../y\" is not in the workspace; use a relative path inside it.");
        for (Map.Entry<String, String> entry : sentences.entrySet()) {
            Builds.assertOnlySentence(run(Result.FAILURE, "securityCenterAsset " + entry.getKey()), entry.getValue());
        }
        assertThat(lines()).doesNotContain("POST /asset");
    }

    @Test
    void aRefusalIsOneSentence() throws Exception {
        simulator.faults().on("POST", "/asset").error(403, 1, "You do not have the right to manage assets.\n");
        Builds.assertOnlySentence(
                run(Result.FAILURE, "securityCenterAsset name: 'x', addresses: '192.0.2.1'"),
                "SecurityCenter \"simulator\": could not create asset list \"x\": HTTP 403, error 1:"
                        + " You do not have the right to manage assets.");
    }

    @Test
    void aFreestyleBuildDoesTheSame() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        AssetStep step = new AssetStep("CI of $JOB_NAME");
        step.setAddresses("$ADDRESSES");
        job.getBuildersList().add(new AssetBuilder(step));
        jenkins.assertBuildStatusSuccess(job.scheduleBuild2(0, addresses("192.0.2.7,192.0.2.9")));
        assertThat(sent("POST /asset").body())
                .contains("\"name\":\"CI of " + job.getName() + "\"")
                .contains("\"definedIPs\":\"192.0.2.7,192.0.2.9\"");
    }

    private static ParametersAction addresses(String value) {
        return new ParametersAction(List.of(new StringParameterValue("ADDRESSES", value)), List.of("ADDRESSES"));
    }

    private static String says(String name, int id, String done) {
        return "SecurityCenter \"simulator\": asset list \"" + name + "\" (ID " + id + ") " + done + ".";
    }

    private List<String> lines() {
        return simulator.requests().stream().map(LoggedRequest::line).toList();
    }

    private LoggedRequest sent(String line) {
        return simulator.requests().stream()
                .filter(request -> request.line().equals(line))
                .findFirst()
                .orElseThrow();
    }

    private WorkflowRun run(Result result, String script) throws Exception {
        return jenkins.buildAndAssertStatus(result, Builds.pipeline(jenkins, script));
    }
}
