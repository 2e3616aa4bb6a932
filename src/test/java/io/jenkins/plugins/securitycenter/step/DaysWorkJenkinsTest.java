package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.FilePath;
import hudson.model.Label;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A job that does all that a day asks for, with one session. */
@WithJenkins
class DaysWorkJenkinsTest {

    private static final String SCRIPT =
            """
            withSecurityCenter { node('far') {
                writeFile file: 'hosts.txt', text: '10.17.0.1-10.17.0.80 # build agents'
                def hosts = securityCenterAsset name: 'Of the day', file: 'hosts.txt'
                def scan = securityCenterScan onDemand: [name: "Day $BUILD_NUMBER", policy: 'Full Safe Scan',
                    repository: 'Default', assets: [hosts.assetId]]
                def record = securityCenterRecord exports: [sarif: 'out/all.sarif', jsonl: 'out/all.jsonl']
                def report = securityCenterReport report: 'Executive summary', outputFile: 'out/summary.pdf'
                def raw = securityCenterExport outputFile: 'out/raw.nessus'
                def opened = 0
                for (line in readFile('out/all.jsonl').split('\\n')) {
                    if (line.contains('"change":"new"') && line.contains('"severity":"Critical"')) {
                        securityCenterRequest method: 'POST', path: '/ticket', body: [classification: 'Patch',
                            assignee: [id: 2], name: 'Finding ' + line.tokenize('"')[3]]
                        opened++
                    }
                }
                echo "$hosts.changed $scan.status ${record['new'].critical}=$opened $report.bytes $raw.bytes"
            } }
            """;

    private final Simulator simulator = Setup.quick();
    private JenkinsRule jenkins;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Setup.connect(simulator);
        simulator.controls().setFindings(2000);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void oneSessionDoesItAll() throws Exception {
        DumbSlave agent = jenkins.createOnlineSlave(Label.get("far"));
        WorkflowJob job = Builds.pipeline(jenkins, SCRIPT);
        WorkflowRun first = jenkins.buildAndAssertSuccess(job);
        int scans = simulator.controls().objects("scan").size();
        WorkflowRun second = jenkins.buildAndAssertSuccess(job);
        FilePath out = agent.getWorkspaceFor(job).child("out");
        assertThat(out.list())
                .extracting(FilePath::getName)
                .containsExactlyInAnyOrder("all.sarif", "all.jsonl", "summary.pdf", "raw.nessus");
        String sizes = out.child("summary.pdf").length() + " "
                + out.child("raw.nessus").length();
        int tickets = simulator.controls().objects("ticket").size();
        jenkins.assertLogContains("true Completed 0=0 ", first);
        jenkins.assertLogContains("false Completed " + tickets + "=" + tickets + " " + sizes, second);
        assertThat(tickets).isPositive();
        assertThat(simulator.controls().objects("scan")).hasSize(scans);
        assertThat(simulator.openSessions()).isZero();
        assertThat(lines()).filteredOn("POST /token"::equals).hasSize(2);
        assertThat(lines()).filteredOn("DELETE /token"::equals).hasSize(2);
        assertThat(lines()).endsWith("DELETE /token");
    }

    private List<String> lines() {
        return simulator.requests().stream().map(LoggedRequest::line).toList();
    }
}
