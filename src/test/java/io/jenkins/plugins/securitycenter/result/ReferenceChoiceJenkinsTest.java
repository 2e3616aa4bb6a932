package io.jenkins.plugins.securitycenter.result;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.harness.Findings;
import io.jenkins.plugins.securitycenter.harness.Pages;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Who chooses the record that later builds are compared with, and where that is said. */
@WithJenkins
class ReferenceChoiceJenkinsTest {

    private static final List<String> ACTIONS = List.of("chooseReference", "takeBackReference");
    private static final String CHOOSE = "Compare with this build from now on";
    private static final String TAKE_BACK = "Stop comparing with this build";
    private static final RecordOrigin ORIGIN = new RecordOrigin("production", "77", "", "");

    private JenkinsRule jenkins;
    private FreeStyleProject job;
    private FindingsAction record;

    @BeforeEach
    void record(JenkinsRule rule) throws Exception {
        jenkins = rule;
        job = rule.createFreeStyleProject("scan");
        record = record(ORIGIN);
        rule.buildAndAssertSuccess(job);
        rule.jenkins.setSecurityRealm(rule.createDummySecurityRealm());
        rule.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ)
                .everywhere()
                .to("stranger", "reader", "alice")
                .grant(Item.READ)
                .everywhere()
                .to("reader", "alice")
                .grant(Item.CONFIGURE)
                .everywhere()
                .to("alice"));
    }

    @Test
    void isMadeAndTakenBackByButtons() throws Exception {
        HtmlPage chosen = press(page("alice", "weekly/"), CHOOSE);
        assertThat(chosen.getUrl().getPath()).endsWith("/job/scan/1/weekly/");
        assertThat(chosen.asNormalizedText()).contains("Chosen as the reference by alice on 20", TAKE_BACK);
        assertThat(page("reader", "weekly/").asNormalizedText())
                .contains("Chosen as the reference by alice on 20")
                .doesNotContain(TAKE_BACK, CHOOSE);

        HtmlPage taken = press(page("alice", ""), TAKE_BACK);
        assertThat(taken.asNormalizedText()).contains(CHOOSE).doesNotContain("Chosen as the reference");
        assertThat(job.getBuilds())
                .allSatisfy(build ->
                        assertThat(build.getActions(ReferenceChoice.class)).isEmpty());
        assertThat(page("reader", "").asNormalizedText()).doesNotContain(CHOOSE);
    }

    @Test
    void isToldByTheRemoteApi() throws Exception {
        assertThat(get("reader", "weekly/api/json?tree=referenceChoice[user,time]"))
                .contains("\"referenceChoice\":null");
        assertThat(post("alice", "chooseReference").getStatusCode()).isEqualTo(200);
        assertThat(get("reader", "weekly/api/json?tree=referenceChoice[user,time]"))
                .contains("\"user\":\"alice\"")
                .containsPattern("\"time\":\"20..-..-..T..:..:..[^\"]*Z\"");
    }

    @Test
    void isForThoseWhoMayConfigureTheJob() throws Exception {
        for (String action : ACTIONS) {
            assertThat(post("stranger", action).getStatusCode()).as(action).isEqualTo(404);
            assertThat(post("reader", action).getStatusCode()).as(action).isEqualTo(403);
            assertThat(post("", action).getStatusCode()).as(action).isIn(401, 403);
            assertThat(record.getReferenceChoice()).isNull();
        }
        post("alice", "chooseReference");
        assertThat(post("reader", "takeBackReference").getStatusCode()).isEqualTo(403);
        assertThat(record.getReferenceChoice()).isNotNull();
    }

    @Test
    void needsAPostWithACrumb() throws Exception {
        for (String action : ACTIONS) {
            try (JenkinsRule.WebClient browser = browser("alice")) {
                assertThat(browser.getPage(url("weekly/" + action))
                                .getWebResponse()
                                .getStatusCode())
                        .as(action)
                        .isIn(404, 405);
                assertThat(browser.getPage(new WebRequest(url("weekly/" + action), HttpMethod.POST))
                                .getWebResponse()
                                .getStatusCode())
                        .as(action)
                        .isEqualTo(403);
            }
        }
        assertThat(record.getReferenceChoice()).isNull();
    }

    @Test
    void isRefusedForIncompleteRecords() throws Exception {
        record = record(ORIGIN.read(0, 3));
        assertRefused("Build scan#3 cannot be the reference because its findings are incomplete;"
                + " choose a build whose record is complete.");
        assertThat(page("alice", "weekly/").asNormalizedText()).doesNotContain(CHOOSE);

        record = record(ORIGIN.ofNothing(true));
        assertRefused("Build scan#4 cannot be the reference because its findings are incomplete;"
                + " choose a build whose record is complete.");
    }

    @Test
    void isRefusedWithoutReadableFindings() throws Exception {
        Files.delete(record.file());
        assertRefused("Build scan#1 cannot be the reference: The stored findings in securitycenter-weekly.findings are"
                + " missing; the file was deleted.");
    }

    @Test
    void isRefusedForAnotherSelection() throws Exception {
        FindingsAction older = record;
        record(ORIGIN.selectedBy("source individual, filter port"));
        record = older;
        assertRefused("Build scan#1 cannot be the reference because it selected other findings () than build scan#3"
                + " (source individual, filter port); choose a build with the same selection.");
    }

    @Test
    void isStoredWithTheBuild() throws Exception {
        ReferenceChoices.choose(record, "alice", Instant.parse("2026-11-29T07:00:00Z"));
        job.doReload();
        FreeStyleProject read = jenkins.jenkins.getItemByFullName("scan", FreeStyleProject.class);

        FindingsAction stored =
                FindingsAction.of(read.getBuildByNumber(1), "weekly").orElseThrow();
        ReferenceChoice choice = stored.getReferenceChoice();
        assertThat(choice.getUser()).isEqualTo("alice");
        assertThat(choice.getTime()).isEqualTo("2026-11-29T07:00:00Z");
        assertThat(choice.getMinute()).isEqualTo("2026-11-29 07:00 UTC");
        assertThat(ReferenceChoice.reached(read.getBuildByNumber(2), "weekly")).hasValue(stored);

        ReferenceChoices.takeBack(stored);
        read.doReload();
        read = jenkins.jenkins.getItemByFullName("scan", FreeStyleProject.class);
        assertThat(ReferenceChoice.reached(read.getBuildByNumber(2), "weekly")).isEmpty();
        assertThat(read.getBuildByNumber(1).getActions(ReferenceChoice.class)).isEmpty();
    }

    private void assertRefused(String sentence) throws IOException {
        WebResponse answer = post("alice", "chooseReference");
        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(answer.getContentAsString()).isEqualTo(sentence);
        assertThat(record.getReferenceChoice()).isNull();
    }

    private FindingsAction record(RecordOrigin origin) throws Exception {
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);
        return new Findings()
                .add(finding().build(), FindingState.NEW)
                .from(origin)
                .record(build, "weekly", "Weekly scan");
    }

    private static HtmlPage press(HtmlPage page, String label) throws IOException {
        return page.querySelectorAll("form.securitycenter-reference button").stream()
                .filter(button -> button.asNormalizedText().equals(label))
                .map(DomElement.class::cast)
                .findFirst()
                .orElseThrow()
                .click();
    }

    private HtmlPage page(String user, String path) throws IOException {
        return browser(user).getPage(url(path));
    }

    private String get(String user, String path) throws IOException {
        return browser(user).getPage(url(path)).getWebResponse().getContentAsString();
    }

    private WebResponse post(String user, String action) throws IOException {
        try (JenkinsRule.WebClient browser = browser(user)) {
            return Pages.post(browser, url("weekly/" + action));
        }
    }

    private JenkinsRule.WebClient browser(String user) {
        JenkinsRule.WebClient browser =
                jenkins.createWebClient().withJavaScriptEnabled(false).withThrowExceptionOnFailingStatusCode(false);
        browser.setRefreshHandler((page, url, seconds) -> {});
        return user.isEmpty() ? browser : browser.withBasicCredentials(user);
    }

    private URL url(String path) throws IOException {
        return new URL(jenkins.getURL(), record.getRun().getUrl() + path);
    }
}
