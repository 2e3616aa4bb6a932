package io.jenkins.plugins.securitycenter.result;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.User;
import io.jenkins.plugins.securitycenter.HostileTexts;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.TopFix;
import io.jenkins.plugins.securitycenter.harness.Findings;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import jenkins.model.experimentalflags.UserExperimentalFlagsProperty;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.LogRecorder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The new page of a build, which users choose, and the one that the others see. */
@WithJenkins
class RunPageJenkinsTest {

    private static final String FIX = "Upgrade to Apache 2.4.56 or later.";
    private static final String USER = "tester";

    private final LogRecorder log = new LogRecorder()
            .record("org.apache.commons.jelly", Level.WARNING)
            .record("org.kohsuke.stapler", Level.WARNING)
            .record("hudson", Level.WARNING)
            .record("jenkins", Level.WARNING)
            .capture(100);

    private JenkinsRule jenkins;
    private FreeStyleBuild run;

    @BeforeEach
    void build(JenkinsRule rule) throws Exception {
        jenkins = rule;
        rule.jenkins.setSecurityRealm(rule.createDummySecurityRealm());
        run = rule.buildAndAssertSuccess(rule.createFreeStyleProject("scan"));
    }

    @Test
    void newPageHasATabAndACardForEachRecord() throws Exception {
        record("weekly", "Weekly scan");
        record("daily", "Daily scan");
        HtmlPage page = open(true, "");
        assertThat(tabs(page)).containsExactly("Overview", "Console", "Weekly scan 1 new", "Daily scan 1 new");
        assertThat(page.querySelectorAll(".securitycenter-card"))
                .extracting(DomNode::asNormalizedText)
                .hasSize(2)
                .allSatisfy(card -> assertThat(card)
                        .contains("No verdict", "Findings by severity", "compared with nightly#1", "Fix first", FIX));
        assertShownOnce(page);
        assertThat(links(page)).contains("weekly/", "weekly/?view=fixes");
        assertThat(links(page)).filteredOn(link -> link.endsWith("/1/weekly")).isNotEmpty();
        assertNoProblem();
    }

    @Test
    void newPageNamesEachRecordAmongTheDetails() throws Exception {
        record("weekly", "Weekly scan");
        HtmlPage page = open(true, "");
        HtmlAnchor detail = page.querySelector("a.jenkins-details__item[href$='/weekly/']");
        assertThat(detail.asNormalizedText()).startsWith("Weekly scan: ").contains("1 new", "0 fixed");
        assertThat(detail.getHrefAttribute()).endsWith("/" + run.getUrl() + "weekly/");
        HtmlPage record = open(true, "weekly/");
        assertThat(tabs(record)).contains("Overview", "Weekly scan 1 new");
        assertThat(record.querySelectorAll("#side-panel")).hasSizeLessThan(2);
        assertNoProblem();
    }

    @Test
    void otherUsersSeeThePageAsBefore() throws Exception {
        record("weekly", "Weekly scan");
        HtmlPage page = open(false, "");
        assertThat(tabs(page)).isEmpty();
        assertThat(page.querySelectorAll(".securitycenter-card")).isEmpty();
        assertShownOnce(page);
        assertThat(page.querySelectorAll("a.task-link[href$='/weekly'], a.task-link[href$='/weekly/']"))
                .as("side panel")
                .hasSize(1)
                .allSatisfy(link -> assertThat(link.asNormalizedText()).contains("Weekly scan", "1 new"));
        HtmlPage record = open(false, "weekly/");
        assertThat(tabs(record)).isEmpty();
        assertThat(record.querySelectorAll("#side-panel")).hasSize(1);
        assertNoProblem();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void buildsWithoutRecordsHaveNothing(boolean newPage) throws Exception {
        HtmlPage page = open(newPage, "");
        assertThat(tabs(page)).hasSize(newPage ? 2 : 0);
        assertThat(page.getWebResponse().getContentAsString()).doesNotContain("securitycenter-");
        assertNoProblem();
    }

    @Test
    void remoteApiHasNoTabs() throws Exception {
        record("weekly", "Weekly scan");
        open(true, "");
        try (JenkinsRule.WebClient browser = jenkins.createWebClient().withBasicCredentials("somebody")) {
            assertThat(browser.goTo(run.getUrl() + "api/json?tree=actions[_class]", "application/json")
                            .getWebResponse()
                            .getContentAsString())
                    .doesNotContain("RecordTab")
                    .containsOnlyOnce(FindingsAction.class.getName());
        }
    }

    @Test
    void textsOfScannedHostsAreText() throws Exception {
        new Findings()
                .add(finding().build(), FindingState.NEW)
                .resolvedBy(new TopFix("0a", HostileTexts.MARKUP, 1, 1, Severity.HIGH, true, 100))
                .from(new RecordOrigin(
                        HostileTexts.MARKUP, HostileTexts.MARKUP, HostileTexts.MARKUP, HostileTexts.MARKUP))
                .record(run, "weekly", HostileTexts.MARKUP);
        for (String path : List.of("", "weekly/", "weekly/finding/0/")) {
            HtmlPage page = open(true, path);
            assertThat(page.querySelectorAll("img[src=x], [onerror]")).as(path).isEmpty();
            assertThat(page.asNormalizedText()).as(path).contains("<script>");
        }
    }

    private void record(String id, String name) throws Exception {
        new Findings()
                .add(finding().build(), FindingState.NEW)
                .resolvedBy(new TopFix("0a", FIX, 1, 1, Severity.HIGH, true, 100))
                .record(run, id, name);
    }

    private HtmlPage open(boolean newPage, String path) throws Exception {
        User.getOrCreateByIdOrFullName(USER)
                .addProperty(
                        new UserExperimentalFlagsProperty(Map.of("new-build-page.flag", Boolean.toString(newPage))));
        try (JenkinsRule.WebClient browser =
                jenkins.createWebClient().withBasicCredentials(USER).withJavaScriptEnabled(false)) {
            return browser.goTo(run.getUrl() + path);
        }
    }

    private static void assertShownOnce(HtmlPage page) {
        List<DomNode> verdicts = List.copyOf(page.querySelectorAll(".securitycenter-verdict"));
        assertThat(verdicts)
                .hasSameSizeAs(page.querySelectorAll(".securitycenter-totals"))
                .isNotEmpty();
        assertThat(page.querySelectorAll("a[href='weekly/']")).hasSize(1);
    }

    private void assertNoProblem() {
        assertThat(log.getRecords())
                .filteredOn(problem -> problem.getThrown() != null)
                .isEmpty();
    }

    private static List<String> tabs(HtmlPage page) {
        return page.querySelectorAll(".app-build-tabs a").stream()
                .map(DomNode::asNormalizedText)
                .map(text -> text.replaceAll("\\s+", " ").strip())
                .toList();
    }

    private static List<String> links(HtmlPage page) {
        return page.getAnchors().stream().map(HtmlAnchor::getHrefAttribute).toList();
    }
}
