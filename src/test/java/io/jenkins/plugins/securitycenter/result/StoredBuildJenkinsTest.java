package io.jenkins.plugins.securitycenter.result;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Job;
import hudson.model.Result;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.gate.GateEvaluations;
import io.jenkins.plugins.securitycenter.harness.ConnectedJenkins;
import io.jenkins.plugins.securitycenter.harness.Findings;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.net.URI;
import java.util.List;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;

/** Whatever a server says, a build can be saved and read again: Jenkins cannot write every character. */
class StoredBuildJenkinsTest extends ConnectedJenkins {

    private static final String HOSTILE = "</a>\u0000\u0007\u001B\u0085\uFFFE\uFFFF\uD83D]]>";
    private static final String FACE = "\uD83D\uDE00";

    @Test
    void keepsRecordsWithHostileTexts() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);
        build.addAction(new ScanResultAction(
                new ScanResultAction.Server(HOSTILE, URI.create("https://sc")), HOSTILE, ParallelBranch.NONE));
        new Findings()
                .add(finding().ip(HOSTILE).build(), FindingState.NEW)
                .from(new RecordOrigin(HOSTILE, HOSTILE, HOSTILE, "a " + FACE + HOSTILE))
                .judgedBy(GateEvaluations.of(List.of(gate())))
                .record(build, "weekly", FACE + HOSTILE);

        FreeStyleBuild read = reload(job, FreeStyleProject.class).getBuildByNumber(1);

        FindingsAction record = FindingsAction.of(read, "weekly").orElseThrow();
        assertThat(record.getDisplayName()).startsWith(FACE + "</a>").endsWith("]]>");
        assertThat(record.getReference()).startsWith("a " + FACE + "</a>");
        assertThat(record.getServer()).startsWith("</a>");
        assertThat(record.getTotals().getTotal()).isEqualTo(1);
        assertThat(record.summary().verdict().gates().get(0).gate()).isEqualTo(gate());
        assertThat(ScanResultAction.before(read, ParallelBranch.NONE).get(0).getScanResultId())
                .startsWith("</a>");
        assertThat(jenkins.createWebClient()
                        .withJavaScriptEnabled(false)
                        .getPage(read)
                        .getWebResponse()
                        .getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void keepsStepsThatTheServerRefused() throws Exception {
        simulator.faults().on("POST", "/analysis").error(403, 123, "No " + HOSTILE + FACE);
        WorkflowRun run = run(Result.FAILURE, "securityCenterRecord query: [source: 'cumulative']");

        WorkflowRun read = reload(run.getParent(), WorkflowJob.class).getBuildByNumber(1);

        List<FlowNode> failed = new DepthFirstScanner()
                .filteredNodes(read.getExecution(), node -> node.getPersistentAction(ErrorAction.class) != null);
        assertThat(failed).isNotEmpty();
        assertThat(failed.get(failed.size() - 1).getError().getError()).hasMessageContaining("No </a>");
    }

    private static Gate gate() {
        GateCondition condition = new GateCondition(false, 0, 0, HOSTILE + FACE);
        return new Gate(1, Severity.INFO, Gate.Type.TOTAL, condition, Gate.Result.UNSTABLE);
    }

    private <J extends Job<?, ?>> J reload(J job, Class<J> type) throws Exception {
        job.doReload();
        return jenkins.jenkins.getItemByFullName(job.getFullName(), type);
    }
}
