package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;

class RequestJenkinsTest extends ConnectedJenkins {

    private static final String OUTSIDE = "\" is not in the workspace; use a relative path inside it.";

    @Test
    void aGetSendsItsQueryAndReturnsPlainValues() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, """
                def answer = securityCenterRequest path: '/scan', query: [fields: ['id', 'name'], filter: 'usable']
                echo "${answer.httpStatus} ${answer.errorCode} [${answer.errorMessage}] ${answer.warnings}"
                echo answer.response.usable.find { it.id == '2' }.name
                """);
        jenkins.assertLogContains("200 0 [] []", run);
        jenkins.assertLogContains("DMZ", run);
        assertThat(sent("/scan").query()).containsEntry("fields", "id,name").containsEntry("filter", "usable");
    }

    @Test
    void aPostSendsItsMapAsJson() throws Exception {
        WorkflowRun run = run(Result.SUCCESS, """
                def body = [name: "scan of ${currentBuild.number}", ipList: '10.0.0.1', repository: [id: 1], tags: [1, 2.5, true, null]]
                echo 'made ' + securityCenterRequest(method: 'post', path: 'scan', body: body).response.name
                """);
        jenkins.assertLogContains("made scan of 1", run);
        assertThat(sent("/scan").body())
                .isEqualTo("{\"name\":\"scan of 1\",\"ipList\":\"10.0.0.1\",\"repository\":{\"id\":1},"
                        + "\"tags\":[1,2.5,true,null]}");
    }

    @Test
    void aRefusalFailsTheBuildUnlessItIsWanted() throws Exception {
        WorkflowRun failed = run(Result.FAILURE, "securityCenterRequest path: '/scan/999'");
        assertThat(Builds.lines(failed))
                .singleElement()
                .asString()
                .startsWith("ERROR: SecurityCenter \"simulator\": could not GET /scan/999: HTTP 403, error 147: ");
        WorkflowRun returned = run(Result.SUCCESS, """
                def answer = securityCenterRequest path: '/scan/999', failOnError: false
                echo "${answer.httpStatus} ${answer.errorCode} ${answer.errorMessage.isEmpty()} ${answer.response}"
                """);
        jenkins.assertLogContains("403 147 false ", returned);
    }

    @Test
    void filesGoToAndComeFromTheAgent() throws Exception {
        DumbSlave agent = jenkins.createOnlineSlave(Label.get("far"));
        WorkflowJob job = Builds.pipeline(jenkins, """
                def id = securityCenterScan(scan: '1').scanResultId
                node('far') {
                    writeFile file: 'in/report.nessus', text: '<NessusClientData_v2/>'
                    def sent = securityCenterRequest method: 'POST', path: '/file/upload', uploadFile: 'in/report.nessus'
                    echo "sent ${sent.response.originalFilename}"
                    def got = securityCenterRequest method: 'POST', path: "/scanResult/${id}/download",
                        body: [downloadType: 'v2'], outputFile: 'out/result.zip'
                    echo "got ${got.response}"
                }
                """);
        WorkflowRun run = jenkins.buildAndAssertSuccess(job);
        jenkins.assertLogContains("sent report.nessus", run);
        FilePath file = agent.getWorkspaceFor(job).child("out/result.zip");
        jenkins.assertLogContains("got [file:out/result.zip, bytes:" + file.length() + "]", run);
        assertThat(file.length()).isPositive();
    }

    @Test
    void noPathLeavesTheWorkspace() throws Exception {
        DumbSlave agent = jenkins.createOnlineSlave(Label.get("far"));
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "job");
        FilePath workspace = agent.getWorkspaceFor(job);
        workspace.mkdirs();
        workspace.child("link").symlinkTo(agent.getRemoteFS(), jenkins.createTaskListener());
        for (String path : List.of("../x", "a/../../x", "/x", "C:\\\\x", "..\\\\x", "link/x")) {
            for (String parameter : List.of("outputFile", "uploadFile")) {
                WorkflowRun run = run(
                        Result.FAILURE,
                        job,
                        "node('far') { securityCenterRequest path: '/scan', %s: '%s' }".formatted(parameter, path));
                Builds.assertOnlySentence(run, parameter + " \"" + path.replace("\\\\", "\\") + OUTSIDE);
            }
        }
        assertThat(simulator.requests()).extracting(LoggedRequest::path).doesNotContain("/scan");
        assertThat(agent.getRootPath().child("x").exists()).isFalse();
    }

    @Test
    void aPathThroughAFileIsNamed() throws Exception {
        WorkflowRun run = run(
                Result.FAILURE,
                "node { writeFile file: 'report', text: 'x'; securityCenterRequest path: '/scan',"
                        + " outputFile: 'report/scan.json' }");
        jenkins.assertLogContains(
                "outputFile \"report/scan.json\" cannot be used, because \"report\" is a file; use another path.", run);
    }

    @Test
    void everyMistakeIsOneSentence() throws Exception {
        Map<String, String> sentences = new LinkedHashMap<>();
        sentences.put("path: ''", "Path is empty; enter a path below /rest, such as /scan/3.");
        sentences.put(
                "path: '/rest/scan'",
                "Path \"/rest/scan\" must not start with /rest, which is added automatically; enter a path below /rest, such as"
                        + " /scan/3.");
        sentences.put("path: '/scan', method: 'HEAD'", "Unknown method \"HEAD\". Use GET, POST, PUT, PATCH or DELETE.");
        sentences.put(
                "path: '/scan', body: '{'",
                "body is not valid JSON (line 1); use an object such as {\"name\": \"x\"}, or a list.");
        sentences.put("path: '/scan', query: 'x'", "query contains the line \"x\"; use lines such as name=value.");
        sentences.put(
                "path: '/scan', query: [1]", "query must be a map of names and values, or lines such as name=value.");
        sentences.put(
                "path: '/scan', body: [a: 1], uploadFile: 'x'",
                "body and uploadFile are both set; set only one of them.");
        sentences.put("path: '/scan', outputFile: 'x'", "outputFile needs a workspace; put the step in a node block.");
        for (Map.Entry<String, String> entry : sentences.entrySet()) {
            WorkflowRun run = run(Result.FAILURE, "securityCenterRequest " + entry.getKey());
            Builds.assertOnlySentence(run, entry.getValue());
        }
        assertThat(simulator.requests()).extracting(LoggedRequest::path).doesNotContain("/scan");
    }

    @Test
    void aFreestyleBuildMakesTheSameCall() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        RequestStep step = new RequestStep("/scan");
        step.setQuery("fields=id,name\nfilter=usable");
        step.setOutputFile("scans-$BUILD_NUMBER.json");
        job.getBuildersList().add(new RequestBuilder(step));
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);
        assertThat(sent("/scan").query()).containsEntry("fields", "id,name").containsEntry("filter", "usable");
        assertThat(build.getWorkspace().child("scans-1.json").readToString()).contains("DMZ");
    }

    private LoggedRequest sent(String path) {
        return simulator.requests().stream()
                .filter(request -> request.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private WorkflowRun run(Result result, WorkflowJob job, String script) throws Exception {
        return jenkins.buildAndAssertStatus(result, Builds.define(job, script));
    }
}
