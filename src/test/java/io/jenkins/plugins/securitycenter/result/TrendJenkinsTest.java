package io.jenkins.plugins.securitycenter.result;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.harness.Findings;
import io.jenkins.plugins.securitycenter.harness.Pages;
import io.jenkins.plugins.securitycenter.result.view.TrendPoint;
import io.jenkins.plugins.securitycenter.result.view.TrendSettings;
import io.jenkins.plugins.securitycenter.result.view.TrendView;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.net.URL;
import java.util.List;
import org.htmlunit.WebResponse;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.FailureBuilder;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.SleepBuilder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The trend on the page of a job, and the badge in its history. */
@WithJenkins
class TrendJenkinsTest {

    private JenkinsRule jenkins;
    private FreeStyleProject job;

    @BeforeEach
    void job(JenkinsRule rule) throws Exception {
        jenkins = rule;
        job = rule.createFreeStyleProject("scan");
    }

    @Test
    void showsEachBuildAsAColumnAndInATable() throws Exception {
        record(1, "weekly");
        jenkins.buildAndAssertSuccess(job);
        record(3, "weekly");
        HtmlPage page = browser().getPage(job);

        assertThat(texts(page, ".securitycenter-chart a title"))
                .containsExactly("#1: 1 High; 1 new, 0 fixed", "#2: nothing recorded", "#3: 3 High; 3 new, 0 fixed");
        assertThat(texts(page, ".securitycenter-trend tbody tr"))
                .containsExactly("#3\t0\t3\t0\t0\t0\t3\t0\t", "#2\tnothing recorded", "#1\t0\t1\t0\t0\t0\t1\t0\t");
        assertThat(((DomElement) page.querySelector(".securitycenter-chart a")).getAttribute("href"))
                .endsWith("/job/scan/1/weekly/");
        DomElement chart = page.querySelector("svg.securitycenter-chart");
        assertThat(chart.getAttribute("aria-labelledby").split(" "))
                .allSatisfy(id ->
                        assertThat(page.getElementById(id).getTextContent()).isNotBlank());
    }

    @Test
    void showsNoChangesUntilABuildWasCompared() throws Exception {
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);
        new Findings()
                .add(finding().build(), FindingState.UNKNOWN)
                .from(new RecordOrigin("production", "77", "", ""))
                .record(build, "weekly", "Weekly scan");
        HtmlPage page = browser().getPage(job);

        assertThat(texts(page, ".securitycenter-trend tbody tr"))
                .singleElement()
                .asString()
                .endsWith("not compared");
        assertThat(page.querySelectorAll(".securitycenter-fill--new, .securitycenter-fill--fixed"))
                .isEmpty();
    }

    @Test
    void showsOneChartForEachRecord() throws Exception {
        FreeStyleBuild build = record(1, "weekly");
        new Findings().record(build, "web", "Web applications");

        HtmlPage page = browser().getPage(job);

        assertThat(texts(page, "figcaption")).containsExactly("Weekly scan", "Web applications");
        assertThat(page.querySelectorAll("[role=region][aria-label='Numbers of Weekly scan']"))
                .hasSize(1);
        assertThat(page.querySelectorAll("[role=region][aria-label='Numbers of Web applications']"))
                .hasSize(1);
    }

    @Test
    void showsNothingForJobsThatRecordNothing() throws Exception {
        record(1, "weekly");
        for (int i = 0; i < TrendReader.MAX_EMPTY_BUILDS; i++) {
            jenkins.buildAndAssertSuccess(job);
        }

        assertThat(browser().getPage(job).querySelectorAll("figure")).isEmpty();
        assertThat(browser().getPage(jenkins.createFreeStyleProject("new")).querySelectorAll("figure"))
                .isEmpty();
    }

    @Test
    void showsTheLastBuildsOnly() throws Exception {
        for (int i = 0; i < TrendSettings.DEFAULT.builds() + 2; i++) {
            record(1, "weekly");
        }
        List<TrendPoint> points = job.getAction(TrendAction.class)
                .trends(TrendSettings.DEFAULT)
                .get(0)
                .chart()
                .points();

        assertThat(points).hasSize(TrendSettings.DEFAULT.builds());
        assertThat(points.get(0).build()).isEqualTo("#3");
        assertThat(points.get(points.size() - 1).build()).isEqualTo("#52");
    }

    @Test
    void remembersWhatItShows() throws Exception {
        record(1, "weekly");
        try (JenkinsRule.WebClient browser = browser()) {
            HtmlPage page = browser.getPage(job);
            HtmlForm form = page.querySelector(".securitycenter-trend form");
            form.getInputByName("info").setChecked(false);
            form.getSelectByName("builds").setSelectedAttribute("10", true);
            HtmlPage chosen = ((DomElement) form.querySelector("button")).click();

            assertThat(chosen.getUrl()).isEqualTo(page.getUrl());
            assertThat(texts(chosen, ".securitycenter-trend .securitycenter-legend li"))
                    .doesNotContain("Info");
            HtmlForm again = browser.<HtmlPage>getPage(job).querySelector(".securitycenter-trend form");
            assertThat(again.getInputByName("info").isChecked()).isFalse();
            assertThat(again.getSelectByName("builds").getSelectedOptions())
                    .extracting(DomNode::asNormalizedText)
                    .containsExactly("10");
        }
    }

    @Test
    void marksBuildsThatFailedOrRecordedNothing() throws Exception {
        jenkins.buildAndAssertSuccess(job);
        record(1, "weekly");
        job.getBuildersList().add(new FailureBuilder());
        FreeStyleBuild failed = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        new Findings().add(finding().build(), FindingState.NEW).record(failed, "weekly", "Weekly scan");
        jenkins.buildAndAssertStatus(Result.FAILURE, job);
        job.getBuildersList().clear();
        new Findings()
                .from(new RecordOrigin("production", "77", "", "").ofNothing(true))
                .record(jenkins.buildAndAssertSuccess(job), "weekly", "Weekly scan");
        job.getBuildersList().add(new SleepBuilder(Long.MAX_VALUE));
        FreeStyleBuild running = job.scheduleBuild2(0).waitForStart();
        HtmlPage page = browser().getPage(job);

        assertThat(texts(page, ".securitycenter-chart a title"))
                .containsExactly(
                        "#2: 1 High; 1 new, 0 fixed",
                        "#3: 1 High; 1 new, 0 fixed; build failed",
                        "#4: build failed, nothing recorded",
                        "#5: no host was scanned");
        assertThat(texts(page, ".securitycenter-trend tbody tr"))
                .contains("#5\tno host was scanned", "#4\tbuild failed, nothing recorded");
        assertThat(texts(page, ".securitycenter-chart a text")).containsExactly("\u00d7", "\u2013");
        running.doStop();
        jenkins.waitForCompletion(running);
    }

    @Test
    void showsWhatTheUserChose() throws Exception {
        record(1, "weekly");
        for (TrendView view : TrendView.values()) {
            try (JenkinsRule.WebClient browser = browser()) {
                HtmlForm form = browser.<HtmlPage>getPage(job).querySelector(".securitycenter-trend form");
                form.getSelectByName("show").setSelectedAttribute(EnumWords.of(view), true);
                HtmlPage chosen = ((DomElement) form.querySelector("button")).click();

                assertThat(texts(chosen, ".securitycenter-chart desc").get(0)).isEqualTo(view.description());
                HtmlForm again = browser.<HtmlPage>getPage(job).querySelector(".securitycenter-trend form");
                assertThat(again.getSelectByName("show").getSelectedOptions())
                        .extracting(DomNode::asNormalizedText)
                        .containsExactly(view.label());
            }
        }
    }

    @Test
    void refusesAnUnknownChoice() throws Exception {
        try (JenkinsRule.WebClient browser = browser().withThrowExceptionOnFailingStatusCode(false)) {
            WebResponse answer = Pages.post(
                    browser,
                    new URL(job.getAbsoluteUrl() + "securitycenter-trend/choose"),
                    "show",
                    "<script>",
                    "builds",
                    "10");
            assertThat(answer.getStatusCode()).isEqualTo(400);
            assertThat(answer.getContentType()).isEqualTo("text/plain");
            assertThat(answer.getContentAsString()).startsWith("Unknown show");
        }
    }

    @Test
    void isOnThePageOfPipelinesToo() throws Exception {
        WorkflowJob pipeline = jenkins.createProject(WorkflowJob.class, "pipeline");
        pipeline.setDefinition(new CpsFlowDefinition("", true));
        new Findings().record(jenkins.buildAndAssertSuccess(pipeline), "weekly", "Weekly scan");

        assertThat(texts(browser().getPage(pipeline), "figcaption")).containsExactly("Weekly scan");
    }

    @Test
    void putsABadgeIntoTheHistory() throws Exception {
        record(2, "weekly");
        HtmlPage history = browser().goTo(job.getUrl() + "buildHistory/ajax");

        DomElement badge = history.querySelector(".app-builds-container__item__inner__controls svg");
        assertThat(badge.getAttribute("tooltip")).isEqualTo("Weekly scan: 2 High; 2 new, 0 fixed");
        assertThat(texts(history, ".app-builds-container__item__inner__controls .jenkins-visually-hidden"))
                .containsExactly("Weekly scan: 2 High; 2 new, 0 fixed");
    }

    private FreeStyleBuild record(int findings, String id) throws Exception {
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);
        Findings recorded = new Findings();
        for (int i = 0; i < findings; i++) {
            recorded.add(finding().port(i).build(), FindingState.NEW);
        }
        recorded.record(build, id, "Weekly scan");
        return build;
    }

    private JenkinsRule.WebClient browser() {
        return jenkins.createWebClient().withJavaScriptEnabled(false);
    }

    private static List<String> texts(HtmlPage page, String selector) {
        return page.querySelectorAll(selector).stream()
                .map(DomNode::asNormalizedText)
                .toList();
    }
}
