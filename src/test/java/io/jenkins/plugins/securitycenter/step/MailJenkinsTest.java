package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.docs.Page;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.ConnectedJenkins;
import org.htmlunit.WebResponse;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;

/** The HTML file, and the mail in docs/examples/mail.md with a stand-in for the step of the Email Extension plugin. */
class MailJenkinsTest extends ConnectedJenkins {

    private static final String STEP =
            "def emailext(Map mail) { writeFile file: 'mail.html', text: mail.body; echo mail.subject }\n";

    @Test
    void saysWhatIsNew() throws Exception {
        simulator.controls().setFindings(200);
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "mail");
        Builds.define(
                job, STEP + Page.of("docs/examples/mail.md").blocks().get(0).text());
        jenkins.buildAndAssertSuccess(job);
        jenkins.buildAndAssertSuccess(job);

        String mail = jenkins.jenkins.getWorkspaceFor(job).child("mail.html").readToString();
        assertThat(mail)
                .contains("Passed: ", "Fix first", "new findings", "All findings in Jenkins")
                .doesNotContain("<script", "<link", "<img");
        assertThat(mail.length()).isLessThan(60 * 1024);
        jenkins.assertLogContains("mail #2: passed, 10 new findings", job.getLastBuild());
    }

    @Test
    void theWholeRecordIsOneFile() throws Exception {
        simulator.controls().setFindings(200);
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "html");
        Builds.define(job, """
                node {
                    securityCenterScan scan: 'Weekly network scan'
                    securityCenterRecord exports: [html: 'out/findings.html']
                }""");
        WorkflowRun run = jenkins.buildAndAssertSuccess(job);

        String file =
                jenkins.jenkins.getWorkspaceFor(job).child("out/findings.html").readToString();
        assertThat(file)
                .startsWith("<!DOCTYPE html>")
                .contains("html #1", "Fix first", "All 200 findings are listed", run.getUrl() + "securitycenter/")
                .doesNotContain("<script", "<link", "<img");
        try (JenkinsRule.WebClient browser = jenkins.createWebClient()) {
            WebResponse download = browser.goTo(
                            run.getUrl() + "securitycenter/export?format=html&severity=Critical", "text/html")
                    .getWebResponse();
            assertThat(download.getResponseHeaderValue("Content-Disposition"))
                    .isEqualTo("attachment; filename=\"securitycenter-1.html\"");
            assertThat(download.getContentAsString()).contains("Only findings that match a filter are listed.");
        }
    }
}
