package io.jenkins.plugins.securitycenter.integration;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.plugins.view.dashboard.Dashboard;
import io.jenkins.plugins.securitycenter.HostileTexts;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.harness.Findings;
import io.jenkins.plugins.securitycenter.harness.Patience;
import io.jenkins.plugins.securitycenter.list.JobRisks;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The jobs by risk on a dashboard of the Dashboard View plugin. */
@WithJenkins
class JobsByRiskPortletJenkinsTest {

    private static final String ROWS = ".dbv-portlet .securitycenter-table tbody tr";

    private JenkinsRule jenkins;
    private Dashboard dashboard;

    @BeforeEach
    void dashboard(JenkinsRule rule) throws Exception {
        jenkins = rule;
        dashboard = new Dashboard("risk");
        dashboard.setIncludeRegex("scan.*");
        dashboard.setTopPortlets(new ArrayList<>(List.of(new JobsByRiskPortlet(HostileTexts.MARKUP))));
        rule.jenkins.addView(dashboard);
    }

    @Test
    void hasTheNumbersOfThePageOfAdministrators() throws Exception {
        record("scan-low", Severity.LOW);
        record("scan-high", Severity.HIGH);
        record("other", Severity.CRITICAL);
        HtmlPage page = read("view/risk/");

        assertThat(texts(page, ROWS)).containsExactly("scan-high #1 1 High 1 High 0", "scan-low #1 1 Low 1 Low 0");
        assertThat(texts(read("manage/securitycenter/"), "section .securitycenter-table tbody tr"))
                .containsExactly(
                        "other #1 1 Critical 1 Critical 0",
                        "scan-high #1 1 High 1 High 0",
                        "scan-low #1 1 Low 1 Low 0");
        assertThat(texts(read("view/risk/topPortlets/0/"), ROWS)).hasSize(2);
        assertThat(page.querySelectorAll("img[src=x], [onerror]")).isEmpty();
    }

    @Test
    void turnsPages() throws Exception {
        for (int i = 0; i < 21; i++) {
            record("scan-%02d".formatted(i), Severity.HIGH);
        }
        HtmlPage first = read("view/risk/");
        assertThat(texts(first, ROWS)).hasSize(20);
        String next = ((DomElement) first.querySelector("a[rel=next]")).getAttribute("href");
        HtmlPage second = read("view/risk/" + next);
        assertThat(second.querySelectorAll("a[rel=next]")).isEmpty();
        assertThat(texts(second, ROWS)).singleElement().asString().startsWith("scan-20 ");
    }

    @Test
    void showsJobsToThoseWhoMayReadThemOnly() throws Exception {
        FreeStyleProject open = record("scan-open", Severity.HIGH);
        record("scan-secret", Severity.CRITICAL);
        read("");
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ)
                .everywhere()
                .to("reader")
                .grant(Item.READ)
                .onItems(open)
                .to("reader"));
        try (JenkinsRule.WebClient browser = browser().withBasicCredentials("reader")) {
            HtmlPage page = browser.goTo("view/risk/");
            assertThat(texts(page, ROWS)).singleElement().asString().startsWith("scan-open ");
            assertThat(page.asNormalizedText()).doesNotContain("secret");
        }
    }

    @Test
    void isConfigured() throws Exception {
        dashboard.setTopPortlets(new ArrayList<>(List.of(new JobsByRiskPortlet("Jobs"))));
        jenkins.createFreeStyleProject("scan");
        jenkins.configRoundtrip(dashboard);
        assertThat(dashboard.getTopPortlets())
                .singleElement()
                .isInstanceOf(JobsByRiskPortlet.class)
                .extracting(portlet -> portlet.getName())
                .isEqualTo("Jobs");
    }

    private FreeStyleProject record(String name, Severity severity) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject(name);
        new Findings()
                .add(finding().severity(severity).build(), FindingState.NEW)
                .record(jenkins.buildAndAssertSuccess(job), "weekly", "Weekly");
        return job;
    }

    /** A page after the builds were read in the background. */
    private HtmlPage read(String path) throws Exception {
        Patience.until("the builds are read", () -> JobRisks.get().overview().unread() == 0);
        try (JenkinsRule.WebClient browser = browser()) {
            return browser.getPage(new URL(jenkins.getURL(), path));
        }
    }

    private JenkinsRule.WebClient browser() {
        return jenkins.createWebClient().withJavaScriptEnabled(false);
    }

    private static List<String> texts(HtmlPage page, String selector) {
        return page.querySelectorAll(selector).stream()
                .map(row -> row.asNormalizedText().replaceAll("\\s+", " ").strip())
                .toList();
    }
}
