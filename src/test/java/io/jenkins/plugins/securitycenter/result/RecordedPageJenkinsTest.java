package io.jenkins.plugins.securitycenter.result;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Item;
import hudson.model.Result;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.ConnectedJenkins;
import io.jenkins.plugins.securitycenter.harness.Setup;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.CollectingAlertHandler;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** Who sees what a build recorded, and that it is only text. */
class RecordedPageJenkinsTest extends ConnectedJenkins {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>";
    private static final String[] PAGES = {"", "securitycenter/", "securitycenter/api/json", "api/json?depth=2"};

    @Test
    void namesAreShownAsText() throws Exception {
        SecurityCenterConfiguration.get().setServers(List.of(Setup.server(HOSTILE, simulator)));
        simulator
                .faults()
                .on("GET", "/pluginFamily")
                .changed(body -> new String(body, StandardCharsets.UTF_8)
                        .replaceFirst("\"name\":\"[^\"]*\"", "\"name\":\"" + HOSTILE + "\"")
                        .getBytes(StandardCharsets.UTF_8));
        WorkflowRun run =
                jenkins.buildAndAssertStatus(Result.UNSTABLE, Builds.pipeline(jenkins, """
                        def id = securityCenterScan(scan: '1').scanResultId
                        securityCenterRecord scanResultId: id, name: '%1$s', gates: [
                            [threshold: 1, severity: 'Info', type: 'total'],
                            [threshold: 1, severity: 'Info', type: 'total', pluginFamily: '%1$s']]
                        """.formatted(HOSTILE)));
        try (JenkinsRule.WebClient browser = jenkins.createWebClient()) {
            CollectingAlertHandler alerts = new CollectingAlertHandler();
            browser.setAlertHandler(alerts);
            HtmlPage page = browser.getPage(run);
            browser.waitForBackgroundJavaScript(2_000);
            assertThat(alerts.getCollectedAlerts()).isEmpty();
            assertThat(page.asNormalizedText()).contains(HOSTILE);
            assertThat(page.querySelectorAll("img[src=x]")).isEmpty();
            assertThat(page.getAnchors())
                    .extracting(HtmlAnchor::getHrefAttribute)
                    .contains(simulator.url() + "/#scan_results/view/1")
                    .noneMatch(link -> link.startsWith("javascript:"));
        }
    }

    @Test
    void onlyWhoMayReadTheJobReadsItsRecord() throws Exception {
        WorkflowJob job = Builds.pipeline(
                jenkins, "securityCenterRecord scanResultId: securityCenterScan(scan: '1').scanResultId");
        WorkflowRun run = jenkins.buildAndAssertSuccess(job);
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ)
                .everywhere()
                .to("stranger", "reader")
                .grant(Item.READ)
                .everywhere()
                .to("reader"));
        for (String page : PAGES) {
            assertThat(status("stranger", run.getUrl() + page)).as(page).isEqualTo(404);
        }
        assertThat(status("reader", run.getUrl())).isEqualTo(200);
        assertThat(status("reader", run.getUrl() + "securitycenter/api/json")).isEqualTo(200);
    }

    private int status(String user, String path) throws Exception {
        try (JenkinsRule.WebClient browser = jenkins.createWebClient()
                .withBasicCredentials(user)
                .withJavaScriptEnabled(false)
                .withThrowExceptionOnFailingStatusCode(false)) {
            return browser.goTo(path, null).getWebResponse().getStatusCode();
        }
    }
}
