package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.FilePath;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Label;
import hudson.model.Result;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.securitycenter.build.RequestBuilder;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.ConnectedJenkins;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;

/** Answers in pages, values that must not change on the way, and calls that raise doubts. */
class RequestPagesJenkinsTest extends ConnectedJenkins {

    /** So many hosts has the simulator. */
    private static final int HOSTS = 2_500;

    @Test
    void allPagesAreOneAnswer() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, """
                def hosts = securityCenterRequest(path: '/hosts', query: [fields: ['id', 'name']], pages: 'all')
                echo "${hosts.response.results.size()} ${hosts.response.results[2499].name}!"
                def one = securityCenterRequest(path: '/hosts',
                        query: [startOffset: 10, endOffset: 12, pagination: true, sortField: 'id'])
                echo "${one.response.results*.name}"
                """);
        jenkins.assertLogContains("2500 host-2500!", run);
        jenkins.assertLogContains("[host-11, host-12]", run);
        assertThat(sent("/hosts")).hasSize(4);
        assertThat(sent("/hosts").get(3).query()).containsEntry("sortField", "id");
    }

    @Test
    void allPagesGoIntoAFileOnTheAgent() throws Exception {
        DumbSlave agent = jenkins.createOnlineSlave(Label.get("far"));
        WorkflowJob job = Builds.pipeline(jenkins, """
                node('far') {
                    def got = securityCenterRequest path: '/hosts', pages: 'all', outputFile: 'out/hosts.json'
                    echo "got ${got.response}"
                }
                """);
        WorkflowRun run = jenkins.buildAndAssertSuccess(job);
        FilePath file = agent.getWorkspaceFor(job).child("out/hosts.json");
        jenkins.assertLogContains("got [file:out/hosts.json, bytes:" + file.length() + ", rows:" + HOSTS + "]", run);
        JsonNode rows = new ObjectMapper().readTree(file.readToString());
        assertThat(rows).hasSize(HOSTS);
        assertThat(rows.get(HOSTS - 1).path("name").asText()).isEqualTo("host-" + HOSTS);
        assertThat(file.getParent().list()).hasSize(1);
    }

    @Test
    void aFreestyleBuildReadsAllPages() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        RequestStep step = new RequestStep("/plugin");
        step.setPages("all");
        step.setOutputFile("plugins.json");
        job.getBuildersList().add(new RequestBuilder(step));
        RequestBuilder before = (RequestBuilder) job.getBuildersList().get(0);
        jenkins.assertEqualDataBoundBeans(before, jenkins.configRoundtrip(before));
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);
        assertThat(new ObjectMapper()
                        .readTree(build.getWorkspace().child("plugins.json").readToString()))
                .isNotEmpty();
    }

    @Test
    void aRefusedPageLeavesNoFile() throws Exception {
        simulator.faults().on("GET", "/hosts").error(403, 143, "No.").after(1).times(1);
        WorkflowRun run = run(Result.SUCCESS, """
                node {
                    writeFile file: 'hosts.json', text: 'old'
                    def answer = securityCenterRequest path: '/hosts', pages: 'all', outputFile: 'hosts.json',
                            failOnError: false
                    def text = readFile 'hosts.json'
                    echo "${answer.httpStatus} ${answer.errorCode} ${answer.errorMessage} ${answer.response} ${text}"
                }
                """);
        jenkins.assertLogContains("403 143 No. null old", run);
    }

    @Test
    void nothingIsLostOnTheWay() throws Exception {
        String json =
                "{\"z\":null,\"a\":[123456789012345678901234567890,-0.10,9007199254740993,null,true,\"\"],\"m\":{}}";
        simulator
                .faults()
                .on("POST", "/query")
                .answer(200, "application/json", "{\"response\":" + json + ",\"error_code\":0,\"error_msg\":\"\"}");
        WorkflowRun run = run(Result.SUCCESS, """
                def first = securityCenterRequest(method: 'POST', path: '/query', body: '%s').response
                def second = securityCenterRequest(method: 'POST', path: '/query', body: first).response
                echo "${second.keySet()} ${second.a[0] + 1} ${second.a[1] * 2} ${second.z == null}"
                """.formatted(json));
        assertThat(sent("/query")).extracting(LoggedRequest::body).containsExactly(json, json);
        jenkins.assertLogContains("[z, a, m] 123456789012345678901234567891 -0.20 true", run);
    }

    @Test
    void doubtsAreWarningsOnly() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, """
                securityCenterRequest path: '/scan/1'
                securityCenterRequest path: '/no/such', failOnError: false
                securityCenterRequest method: 'PUT', path: '/scan/1', failOnError: false
                """);
        assertThat(Builds.lines(run))
                .filteredOn(line -> line.startsWith("Warning"))
                .containsExactly(
                        "Warning: Path /no/such is not a known path of the API; check its spelling, and that your"
                                + " version of SecurityCenter has it.",
                        "Warning: Path /scan/{id} is known to accept GET, PATCH, DELETE, not PUT.");
    }

    @Test
    void aMistakeIsASentence() throws Exception {
        WorkflowRun run = run(Result.FAILURE, "securityCenterRequest path: '/scan', pages: 'some'");
        Builds.assertOnlySentence(run, "Unknown pages \"some\". Use one or all.");
    }

    private List<LoggedRequest> sent(String path) {
        return simulator.requests().stream()
                .filter(request -> request.path().equals(path))
                .toList();
    }
}
