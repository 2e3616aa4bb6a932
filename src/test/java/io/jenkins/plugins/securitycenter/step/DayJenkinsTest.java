package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.FilePath;
import hudson.model.Label;
import hudson.model.Result;
import io.jenkins.plugins.securitycenter.docs.Page;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.ConnectedJenkins;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pipeline in docs/examples/tickets.md does what the page says. */
class DayJenkinsTest extends ConnectedJenkins {

    private static final String CHECKOUT = "checkout scm";
    private static final List<String> FILES = List.of("findings.sarif", "summary.pdf", "result.nessus");

    @BeforeEach
    void findMuch() {
        simulator.controls().setFindings(2_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"built-in", "far"})
    void aDaysWorkIsDoneInTwoSessions(String node) throws Exception {
        FilePath workspace;
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "shop");
        if (node.equals("far")) {
            workspace = jenkins.createOnlineSlave(Label.get("far")).getWorkspaceFor(job);
        } else {
            workspace = jenkins.jenkins.getWorkspaceFor(job);
        }
        Builds.define(job, script(node, "10.17.9.1-10.17.9.80 # the shop\\n10.17.10.1\\n"));
        jenkins.buildAndAssertSuccess(job);
        assertThat(simulator.controls().objects("ticket")).isEmpty();
        assertThat(simulator.controls().objects("asset")).hasSize(3);

        WorkflowRun second = jenkins.buildAndAssertStatus(Result.UNSTABLE, job);

        assertThat(simulator.controls().objects("ticket"))
                .isNotEmpty()
                .hasSameSizeAs(newCriticals(workspace))
                .allSatisfy(ticket -> assertThat(ticket.path("name").asText()).contains(" on 10.17."));
        assertThat(simulator.controls().objects("asset")).hasSize(3);
        assertThat(simulator.controls().objects("scan")).hasSize(9);
        for (String file : FILES) {
            assertThat(new FilePath(second.getArtifactsDir()).child(file).length())
                    .as(file)
                    .isPositive();
        }
        assertThat(workspace.child("summary.pdf").readToString()).startsWith("%PDF");
        assertThat(lines("POST /token")).hasSize(4);
        assertThat(lines("DELETE /token")).hasSize(4);
        assertThat(simulator.requests().get(simulator.requests().size() - 1).line())
                .isEqualTo("DELETE /token");
    }

    private static String script(String node, String hosts) {
        String script = Page.of("docs/examples/tickets.md").blocks().get(0).text();
        assertThat(script).contains(CHECKOUT, "node {");
        return script.replace("node {", "node('" + node + "') {")
                .replace(CHECKOUT, "writeFile file: 'hosts.txt', text: '" + hosts + "'");
    }

    /** As the exported file tells them, which says it in words of its own. */
    private static List<String> newCriticals(FilePath workspace) throws Exception {
        List<String> names = new ArrayList<>();
        for (JsonNode result : new ObjectMapper()
                .readTree(workspace.child("findings.sarif").readToString())
                .at("/runs/0/results")) {
            if (result.path("baselineState").asText().equals("new")
                    && result.at("/properties/severity").asText().equals("Critical")) {
                names.add(result.toString());
            }
        }
        return names;
    }

    private List<String> lines(String line) {
        return simulator.requests().stream()
                .map(LoggedRequest::line)
                .filter(line::equals)
                .toList();
    }
}
