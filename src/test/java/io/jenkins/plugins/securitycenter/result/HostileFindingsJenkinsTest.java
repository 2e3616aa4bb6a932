package io.jenkins.plugins.securitycenter.result;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import io.jenkins.plugins.securitycenter.HostileTexts;
import io.jenkins.plugins.securitycenter.export.ExportFormat;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.TopFix;
import io.jenkins.plugins.securitycenter.harness.Findings;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.htmlunit.CollectingAlertHandler;
import org.htmlunit.Page;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Scanned hosts choose the texts that we show: nothing of them is ever more than text. */
@WithJenkins
class HostileFindingsJenkinsTest {

    private static final String MARKUP = HostileTexts.MARKUP;
    private static final String OUTPUT = MARKUP + "\u0000\u0007\uFFFE\uD800";
    private static final String LINK = "javascript:alert(3)//" + MARKUP;
    private static final List<String> PLACES = List.of(
            "",
            "?view=hosts",
            "?view=plugins",
            "?view=fixes",
            "?view=cves",
            "finding/0/",
            "?host=" + encoded(),
            "?search=" + encoded());

    private JenkinsRule jenkins;
    private FreeStyleBuild run;

    @BeforeEach
    void record(JenkinsRule rule) throws Exception {
        jenkins = rule;
        run = rule.buildAndAssertSuccess(rule.createFreeStyleProject("scan"));
        new Findings()
                .add(hostile(), FindingState.NEW)
                .resolvedBy(new TopFix("0a", MARKUP, 1, 1, Severity.HIGH, true, 100))
                .from(new RecordOrigin(MARKUP, MARKUP, LINK, MARKUP))
                .record(run, "weekly", MARKUP);
    }

    @Test
    void pagesShowItAsText() throws Exception {
        for (String place : PLACES) {
            HtmlPage page = visit(run.getUrl() + "weekly/" + place);
            assertThat(page.asNormalizedText()).as(place).contains("<script>alert(2)</script>");
        }
        visit(run.getUrl());
        visit(run.getParent().getUrl());
        visit(run.getUrl() + "weekly/?view=" + encoded());
        visit(run.getUrl() + "weekly/finding/0/?sort=" + encoded());
    }

    @Test
    void programsGetItAsData() throws Exception {
        for (String path : List.of("rows", "rows?view=" + encoded(), "api/json", "export?format=" + encoded())) {
            assertInert(path);
        }
        for (String format : EnumWords.all(ExportFormat.class)) {
            assertInert("export?format=" + format);
        }
    }

    private HtmlPage visit(String path) throws Exception {
        CollectingAlertHandler alerts = new CollectingAlertHandler();
        try (JenkinsRule.WebClient browser = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false)) {
            browser.setAlertHandler(alerts);
            HtmlPage page = browser.getPage(new URL(jenkins.getURL(), path));
            browser.waitForBackgroundJavaScript(1_000);
            assertThat(alerts.getCollectedAlerts()).as(path).isEmpty();
            assertThat(page.querySelectorAll("img[src=x], [onerror]")).as(path).isEmpty();
            assertThat(page.querySelectorAll("script").stream()
                            .filter(script -> script.getTextContent().contains("alert(")))
                    .as(path)
                    .isEmpty();
            assertThat(links(page)).as(path).noneMatch(link -> link.matches("(?is)\\s*(javascript|data|vbscript):.*"));
            assertThat(page.asNormalizedText()).as(path).doesNotContain("</script>49");
            return page;
        }
    }

    /** Neither a page nor anything that a browser could take for one. */
    private void assertInert(String path) throws Exception {
        try (JenkinsRule.WebClient browser =
                jenkins.createWebClient().withJavaScriptEnabled(false).withThrowExceptionOnFailingStatusCode(false)) {
            Page answer = browser.getPage(new URL(jenkins.getURL(), run.getUrl() + "weekly/" + path));
            assertThat(answer.getWebResponse().getContentType()).as(path).doesNotContain("html");
            assertThat(answer.getWebResponse().getResponseHeaderValue("X-Content-Type-Options"))
                    .as(path)
                    .isEqualTo("nosniff");
        }
    }

    private static List<String> links(HtmlPage page) {
        List<String> links = new ArrayList<>();
        for (DomElement element : page.getDomElementDescendants()) {
            for (String name : List.of("href", "src", "action", "formaction", "xlink:href")) {
                links.add(element.getAttribute(name));
            }
        }
        return links;
    }

    private static Finding hostile() {
        List<String> texts = List.of(MARKUP, LINK);
        Finding plain = finding().build();
        return new Finding(
                new Plugin(
                        MARKUP,
                        MARKUP,
                        MARKUP,
                        MARKUP,
                        MARKUP,
                        MARKUP,
                        texts,
                        texts,
                        Plugin.CheckType.REMOTE,
                        List.of(),
                        Optional.empty()),
                plain.severity(),
                new Host(MARKUP, MARKUP, MARKUP, MARKUP, LINK, MARKUP),
                plain.port(),
                MARKUP,
                new ResourceReference(MARKUP, MARKUP),
                plain.risk(),
                plain.firstSeen(),
                plain.lastSeen(),
                OUTPUT);
    }

    private static String encoded() {
        return URLEncoder.encode(MARKUP, StandardCharsets.UTF_8);
    }
}
