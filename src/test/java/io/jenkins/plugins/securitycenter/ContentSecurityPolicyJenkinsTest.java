package io.jenkins.plugins.securitycenter;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.User;
import io.jenkins.plugins.securitycenter.build.ScanBuilder;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.harness.ConnectedJenkins;
import io.jenkins.plugins.securitycenter.harness.Findings;
import io.jenkins.plugins.securitycenter.step.ScanStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jenkins.model.experimentalflags.UserExperimentalFlagsProperty;
import org.htmlunit.html.DomAttr;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;

/**
 * No page needs what an enforced Content-Security-Policy forbids. HtmlUnit does not enforce it, so this looks for what a
 * browser would refuse; styles are compared with a policy that is stricter than the one of Jenkins.
 */
class ContentSecurityPolicyJenkinsTest extends ConnectedJenkins {

    private static final String HEADER = "jenkins.security.csp.CspHeader.headerName";
    private static final String POLICY = "Content-Security-Policy";
    private static final List<String> PAGES = List.of(
            "job/scan/",
            "job/scan/2/",
            "job/scan/2/weekly/",
            "job/scan/2/weekly/?view=hosts",
            "job/scan/2/weekly/?view=plugins",
            "job/scan/2/weekly/?view=fixes",
            "job/scan/2/weekly/?view=cves",
            "job/scan/2/weekly/?severity=Critical&change=new",
            "job/scan/2/weekly/finding/0/",
            "job/scan/configure",
            "manage/securitycenter/",
            "manage/configure");

    @BeforeEach
    void enforce() throws Exception {
        System.setProperty(HEADER, POLICY);
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        FreeStyleProject job = jenkins.createFreeStyleProject("scan");
        for (FindingState state : List.of(FindingState.NEW, FindingState.OUTSTANDING)) {
            FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);
            new Findings().add(finding().build(), state).record(build, "weekly", "Weekly scan");
        }
        job.getBuildersList().add(new ScanBuilder(new ScanStep("Weekly network scan")));
        job.save();
    }

    @AfterEach
    void relax() {
        System.clearProperty(HEADER);
    }

    @Test
    void pagesObeyThePolicy() throws Exception {
        for (String page : PAGES) {
            assertObeyed(page, "reader");
        }
    }

    @Test
    void newPagesOfBuildsObeyThePolicy() throws Exception {
        User.getOrCreateByIdOrFullName("modern")
                .addProperty(new UserExperimentalFlagsProperty(Map.of("new-build-page.flag", "true")));
        assertObeyed("job/scan/2/", "modern");
        assertObeyed("job/scan/2/weekly/", "modern");
        assertObeyed("job/scan/2/weekly/finding/0/", "modern");
    }

    @Test
    void violationsAreFound() throws Exception {
        try (JenkinsRule.WebClient browser = browser("reader")) {
            HtmlPage page = browser.loadHtmlCodeIntoCurrentWindow("""
                    <html><head><script src="a.js"></script><script type="application/json">{}</script></head><body>
                    <script>alert(1)</script><a href="javascript:alert(2)">a</a><b onclick="alert(3)">b</b>
                    <p class="securitycenter-x" style="color: red"><i style="color: red">c</i></p><i style="">d</i>
                    <form action="https://example.com/"></form></body></html>
                    """);
            assertThat(violations(page))
                    .containsExactlyInAnyOrder(
                            "script: alert(1)",
                            "href: javascript:alert(2)",
                            "onclick: alert(3)",
                            "style: color: red",
                            "style: color: red",
                            "action: https://example.com/");
        }
    }

    private void assertObeyed(String path, String user) throws Exception {
        try (JenkinsRule.WebClient browser = browser(user)) {
            HtmlPage page = browser.goTo(path);
            assertThat(page.getWebResponse().getResponseHeaderValue(POLICY))
                    .as(path)
                    .containsPattern("script-src [^;]*'self'")
                    .doesNotContainPattern("script-src [^;]*'unsafe");
            assertThat(page.getWebResponse().getContentAsString()).as(path).contains("securitycenter");
            assertThat(violations(page)).as(path).isEmpty();
        }
    }

    private JenkinsRule.WebClient browser(String user) {
        return jenkins.createWebClient().withJavaScriptEnabled(false).withBasicCredentials(user);
    }

    private static List<String> violations(HtmlPage page) {
        List<String> found = new ArrayList<>();
        for (DomElement element : page.getDomElementDescendants()) {
            if ("script".equals(element.getTagName())
                    && !element.hasAttribute("src")
                    && element.getAttribute("type").matches("|module|.*javascript")) {
                found.add("script: " + element.getTextContent().strip());
            }
            for (DomAttr attribute : element.getAttributesMap().values()) {
                if (forbidden(element, attribute.getName(), attribute.getValue())) {
                    found.add(attribute.getName() + ": " + attribute.getValue());
                }
            }
        }
        return found;
    }

    private static boolean forbidden(DomElement element, String name, String value) {
        return switch (name) {
            case "href", "src" -> value.strip().toLowerCase(Locale.ROOT).startsWith("javascript:");
            case "action", "formaction" -> value.contains(":");
            case "style" -> ours(element);
            default -> name.startsWith("on");
        };
    }

    private static boolean ours(DomElement element) {
        for (DomElement one = element; one != null; one = one.getParentNode() instanceof DomElement up ? up : null) {
            if (one.getAttribute("class").contains("securitycenter-")) {
                return true;
            }
        }
        return false;
    }
}
