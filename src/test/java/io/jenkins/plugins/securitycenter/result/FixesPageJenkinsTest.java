package io.jenkins.plugins.securitycenter.result;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.TopFix;
import io.jenkins.plugins.securitycenter.harness.Findings;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The views of a record by fix and by CVE. */
@WithJenkins
class FixesPageJenkinsTest {

    private static final String SOLUTION = "Upgrade to Apache version 2.4.56 or later.";

    private static final Risk SCORED = new Risk(
            false, OptionalDouble.empty(), 0, OptionalDouble.empty(), OptionalDouble.of(0.5), false, "", false);

    private JenkinsRule jenkins;
    private FreeStyleBuild run;

    @BeforeEach
    void record(JenkinsRule rule) throws Exception {
        jenkins = rule;
        run = rule.buildAndAssertSuccess(rule.createFreeStyleProject("scan"));
        new Findings()
                .add(finding().ip("10.0.0.1").plugin(apache("1", "55")).build(), FindingState.NEW)
                .add(finding().ip("10.0.0.2").plugin(apache("2", "56")).build(), FindingState.NEW)
                .add(finding().ip("10.0.0.3").severity(Severity.LOW).build(), FindingState.NEW)
                .resolvedBy(new TopFix("0a", SOLUTION, 2, 2, Severity.HIGH, false, 95.2))
                .record(run, "weekly", "Weekly scan");
    }

    @Test
    void leadFromFixesToFindings() throws Exception {
        HtmlPage page = open(run.getUrl() + "weekly/?view=fixes");

        assertThat(texts(page, ".securitycenter-views a"))
                .containsExactly("Findings", "By host", "By plugin", "By fix", "By CVE");
        assertThat(texts(page, "caption")).containsExactly("Fixes 1 to 2 of 2");
        assertThat(texts(page, "tbody th a")).containsExactly(SOLUTION, "HTTP Server Type: Hide it.");
        assertThat(texts(page, "tbody td:nth-child(2)")).containsExactly("95.2 %", "4.8 %");
        assertThat(texts(page, "tbody details p")).containsExactly(SOLUTION);
        HtmlPage findings = page.getAnchorByText(SOLUTION).click();
        assertThat(texts(findings, "caption"))
                .containsExactly("Findings 1 to 2 of 2 that match the filter (3 without it)");
        assertThat(texts(findings, ".securitycenter-word")).containsExactly("Fix: " + SOLUTION + " (remove)");
    }

    @Test
    void leadFromCvesToFindings() throws Exception {
        HtmlPage page = open(run.getUrl() + "weekly/?view=cves&sort=cve");

        assertThat(texts(page, "tbody th a")).containsExactly("CVE-2020-0001", "CVE-2024-0055", "CVE-2024-0056");
        HtmlPage findings = page.getAnchorByText("CVE-2024-0055").click();
        assertThat(findings.getUrl().getQuery()).isEqualTo("cve=CVE-2024-0055");
        assertThat(texts(findings, "caption"))
                .containsExactly("Findings 1 to 1 of 1 that match the filter (3 without it)");
    }

    @Test
    void explainSharedScoresOnce() throws Exception {
        HtmlPage page = open(run.getUrl() + "weekly/?view=cves&sort=cve");

        assertThat(texts(page, ".securitycenter-tag")).isEmpty();
        assertThat(page.asNormalizedText()).doesNotContain("may refer to another CVE");

        Finding shared = finding()
                .ip("10.0.0.1")
                .plugin(plugin("3", "Other", "", List.of("CVE-2024-1", "CVE-2024-2")))
                .risk(SCORED)
                .build();
        new Findings().add(shared, FindingState.NEW).record(run, "shared", "Shared");
        page = open(run.getUrl() + "shared/?view=cves");

        assertThat(texts(page, ".securitycenter-tag")).containsExactly("Shared", "Shared");
        assertThat(page.asNormalizedText()).containsOnlyOnce("may refer to another CVE");
    }

    @Test
    void areOnThePageOfTheBuildAndInTheRemoteApi() throws Exception {
        HtmlPage page = open(run.getUrl());
        assertThat(page.getAnchorByText(SOLUTION).getHrefAttribute()).isEqualTo("weekly/?fix=0a");
        assertThat(page.getAnchorByText("All fixes").getHrefAttribute()).isEqualTo("weekly/?view=fixes");

        try (JenkinsRule.WebClient browser = jenkins.createWebClient()) {
            String json = browser.goTo(
                            run.getUrl() + "weekly/api/json?tree=fixes[fix,solution,findings,severity,share]",
                            "application/json")
                    .getWebResponse()
                    .getContentAsString();
            assertThat(json)
                    .contains("\"fixes\":[{\"findings\":2,\"fix\":\"0a\",\"severity\":\"High\",\"share\":95.2,"
                            + "\"solution\":\"" + SOLUTION + "\"}]");
        }
    }

    private static Plugin apache(String id, String version) {
        return plugin(
                id,
                "Apache 2.4.x < 2.4." + version,
                "Upgrade to Apache version 2.4." + version + " or later.",
                List.of("CVE-2024-00" + version));
    }

    private static Plugin plugin(String id, String name, String solution, List<String> cves) {
        return new Plugin(
                id,
                name,
                "Web Servers",
                "",
                "",
                solution,
                cves,
                List.of(),
                Plugin.CheckType.REMOTE,
                List.of(),
                Optional.empty());
    }

    private HtmlPage open(String path) throws Exception {
        return jenkins.createWebClient().withJavaScriptEnabled(false).getPage(new URL(jenkins.getURL(), path));
    }

    private static List<String> texts(HtmlPage page, String selector) {
        return page.querySelectorAll(selector).stream()
                .map(DomNode::asNormalizedText)
                .toList();
    }
}
