package io.jenkins.plugins.securitycenter.build;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.config.Server;
import io.jenkins.plugins.securitycenter.step.ExportFiles;
import io.jenkins.plugins.securitycenter.step.FindingsQuery;
import io.jenkins.plugins.securitycenter.step.GateRule;
import io.jenkins.plugins.securitycenter.step.RecordStep;
import io.jenkins.plugins.securitycenter.step.RequestStep;
import io.jenkins.plugins.securitycenter.step.ScanStep;
import java.util.List;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class FormsJenkinsTest {

    private JenkinsRule jenkins;

    @BeforeEach
    void configure(JenkinsRule rule) {
        jenkins = rule;
        SecurityCenterConfiguration.get()
                .setServers(List.of(
                        new Server("first", "https://one.example.com"),
                        new Server("second", "https://two.example.com")));
    }

    @Test
    void keepsEveryFieldOfACall() throws Exception {
        RequestStep step = new RequestStep("/scan");
        step.setMethod("POST");
        step.setQuery("fields=id,name\nfilter=usable");
        step.setBody("{\"name\": \"<x>\"}");
        step.setOutputFile("out/answer.json");
        step.setFailOnError(false);
        step.setServer("second");
        RequestBuilder before = new RequestBuilder(step);

        RequestBuilder after = jenkins.configRoundtrip(before);

        jenkins.assertEqualDataBoundBeans(before, after);
        assertThat(after.getTask().getBody()).isEqualTo("{\"name\": \"<x>\"}");
    }

    @Test
    void keepsEveryFieldOfAScan() throws Exception {
        ScanStep step = new ScanStep("Weekly \"network\" scan");
        step.setWaitFor("completed");
        step.setTimeout(90);
        step.setOnAbort("leave");
        step.setOnPartial("fail");
        step.setServer("second");
        ScanBuilder before = new ScanBuilder(step);

        jenkins.assertEqualDataBoundBeans(before, jenkins.configRoundtrip(before));
    }

    @Test
    void keepsTheDefaultsOfAScan() throws Exception {
        ScanBuilder before = new ScanBuilder(new ScanStep("Weekly"));
        jenkins.assertEqualDataBoundBeans(before, jenkins.configRoundtrip(before));
    }

    @Test
    void keepsEveryFieldOfARecord() throws Exception {
        GateRule gate = new GateRule(3, "High", "new");
        gate.setResult("failure");
        gate.setExploitAvailable(true);
        gate.setMinimumCvss(7.5);
        gate.setMinimumVpr(6);
        gate.setPluginFamily("Web Servers");
        FindingsQuery query = new FindingsQuery("individual");
        query.setFilters("ip=10.0.0.0/24");
        ExportFiles exports = new ExportFiles();
        exports.setSarif("f.sarif");
        exports.setJunit("f.xml");
        exports.setCsv("f.csv");
        exports.setJsonl("f.jsonl");
        RecordStep step = new RecordStep();
        step.setScanResultId("7");
        step.setId("dmz");
        step.setName("DMZ");
        step.setMinimumSeverity("Low");
        step.setReference("other");
        step.setGates(List.of(gate, new GateRule(1, "Critical", "total")));
        step.setQuery(query);
        step.setExports(exports);
        RecordPublisher before = new RecordPublisher(step);

        RecordPublisher after = jenkins.configRoundtrip(before);

        assertThat(Snippetizer.object2Groovy(after.getTask())).isEqualTo(Snippetizer.object2Groovy(step));
        assertThat(after.getTask().getGates()).hasSize(2);
    }

    @Test
    void refusesAWrongFormWithASentence() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new RequestBuilder(new RequestStep("/scan")));
        JenkinsRule.WebClient client = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        HtmlForm form = client.getPage(job, "configure").getFormByName("config");
        form.getInputByName("_.path").setValue("/scan?x");

        HtmlPage answer = jenkins.submit(form);

        assertThat(answer.getWebResponse().getContentAsString())
                .contains("must not contain a query")
                .doesNotContain("\tat ");
        assertThat(((RequestBuilder) job.getBuildersList().get(0)).getTask().getPath())
                .isEqualTo("/scan");
    }

    @Test
    void leavesDefaultsOutOfSnippets() throws Exception {
        assertThat(Snippetizer.object2Groovy(new ScanStep("Weekly"))).isEqualTo("securityCenterScan 'Weekly'");
        assertThat(Snippetizer.object2Groovy(new RequestStep("/scan"))).isEqualTo("securityCenterRequest '/scan'");
        assertThat(Snippetizer.object2Groovy(new RecordStep())).isEqualTo("securityCenterRecord()");
    }
}
