package io.jenkins.plugins.securitycenter.build;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.config.Server;
import io.jenkins.plugins.securitycenter.step.RecordStep;
import io.jenkins.plugins.securitycenter.step.RequestStep;
import java.util.List;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlOption;
import org.htmlunit.html.HtmlPage;
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
    void saysThatNoFindingsAreListed() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getPublishersList().add(new RecordPublisher(new RecordStep()));

        JenkinsRule.WebClient browser = jenkins.createWebClient();
        HtmlForm form = browser.getPage(job, "configure").getFormByName("config");
        // the options are requested when the page is shown
        browser.waitForBackgroundJavaScript(30_000);

        assertThat(form.getSelectByName("_.listNew").getSelectedOptions())
                .extracting(HtmlOption::getText)
                .containsExactly("(none)");
        jenkins.submit(form);
        assertThat(job.getPublishersList().get(RecordPublisher.class).getTask().getListNew())
                .isNull();
    }
}
