package io.jenkins.plugins.securitycenter.result;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import io.jenkins.plugins.securitycenter.findings.FindingCodec;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.harness.Findings;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.io.IOException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The pages of a record, as a browser without script sees them. */
@WithJenkins
class FindingsPageJenkinsTest {

    private JenkinsRule jenkins;
    private FreeStyleBuild run;
    private FindingsAction record;

    @BeforeEach
    void record(JenkinsRule rule) throws Exception {
        jenkins = rule;
        run = rule.buildAndAssertSuccess(rule.createFreeStyleProject("scan"));
        record = new Findings()
                .add(finding().ip("10.0.0.10").severity(Severity.LOW).build(), FindingState.OUTSTANDING)
                .add(finding().ip("10.0.0.9").severity(Severity.CRITICAL).build(), FindingState.NEW)
                .add(finding().ip("10.0.0.9").plugin("77").port(22).build(), FindingState.NEW)
                .add(finding().ip("10.0.0.3").plugin("78").build(), FindingState.FIXED)
                .record(run, "weekly", "Weekly scan");
    }

    @Test
    void showsWhatIsAskedInTheOrderThatIsAsked() throws Exception {
        assertHosts("", "10.0.0.9", "10.0.0.9", "10.0.0.10");
        assertHosts("?sort=host", "10.0.0.9", "10.0.0.9", "10.0.0.10");
        assertHosts("?sort=-host", "10.0.0.10", "10.0.0.9", "10.0.0.9");
        assertHosts("?severity=low", "10.0.0.10");
        assertHosts("?change=fixed", "10.0.0.3");
        assertHosts("?change=new&port=22", "10.0.0.9");
        assertHosts("?search=10.0.0.10", "10.0.0.10");
        assertHosts("?exploit=true");
        assertHosts("?size=2&page=2", "10.0.0.10");
        assertHosts("?view=hosts", "10.0.0.9", "10.0.0.10");
        assertHosts("?view=hosts&sort=total", "10.0.0.10", "10.0.0.9");
    }

    @Test
    void saysThatTheTextsStayWithAnotherJob() throws Exception {
        String sentence = "Only nightly#1 has this finding and its description.";
        assertThat(open("finding/3/").asNormalizedText()).contains(sentence);
        assertThat(open("finding/0/").asNormalizedText()).doesNotContain(sentence);
    }

    @Test
    void tellsScreenReadersWhatItShows() throws Exception {
        HtmlPage page = open("?sort=-cvss&size=1");

        assertThat(texts(page, "caption")).containsExactly("Findings 1 to 1 of 3");
        assertThat(texts(open("?severity=low"), "caption"))
                .containsExactly("Findings 1 to 1 of 1 that match the filter (3 without it)");
        assertThat(page.querySelectorAll("thead th[scope=col]")).hasSize(8);
        assertThat(texts(page, "th[aria-sort=descending]")).containsExactly("CVSS");
        assertThat(texts(page, "nav[aria-label=Pages] a")).containsExactly("1", "2", "3", "Next");
        assertThat(texts(page, "nav[aria-label=Pages] a[aria-current=page]")).containsExactly("1");
        assertThat(texts(page, "nav[aria-label=Views] a[aria-current=page]")).containsExactly("Findings");
    }

    @Test
    void putsTheBarBelowTheLineOfTheOrigin() throws Exception {
        for (HtmlPage page : List.of(open(""), (HtmlPage) browser().getPage(run))) {
            assertThat(page.querySelectorAll(".securitycenter-origin .securitycenter-bar"))
                    .isEmpty();
            assertThat(page.querySelectorAll(".securitycenter-origin ~ .securitycenter-bar"))
                    .hasSize(1);
        }
    }

    @Test
    void removesAConditionOfTheFilter() throws Exception {
        HtmlPage page = open("?severity=low&search=10.0.0");
        assertThat(texts(page, ".securitycenter-word"))
                .containsExactly("Severity: Low (remove)", "Search: 10.0.0 (remove)");
        HtmlPage without = page.getAnchorByHref("?search=10.0.0").click();
        assertThat(without.querySelectorAll("tbody tr")).hasSize(3);
    }

    @Test
    void leadsToTheReferenceBuild() throws Exception {
        assertThat(open("").asNormalizedText()).contains("compared with nightly#1");
        FreeStyleBuild nightly = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("nightly"));
        new Findings().record(nightly, "weekly", "Weekly scan");

        HtmlPage reference = open("").getAnchorByText("nightly#1").click();
        assertThat(reference.getUrl().getPath()).endsWith("/job/nightly/1/weekly/");
    }

    @Test
    void leadsFromGroupsToFindings() throws Exception {
        HtmlPage hosts =
                open("?view=plugins&change=new&plugin=77").getAnchorByText("1").click();
        assertThat(texts(hosts, "tbody th")).containsExactly("10.0.0.9");

        HtmlPage findings = hosts.getAnchorByText("10.0.0.9").click();
        assertThat(findings.getUrl().getQuery()).isEqualTo("change=new&plugin=77&host=10.0.0.9");
        assertThat(texts(findings, "td.securitycenter-port")).containsExactly("22/TCP");
    }

    @Test
    void filtersByItsForm() throws Exception {
        HtmlForm form = (HtmlForm) open("?view=hosts&sort=host&page=2").querySelector("form.securitycenter-filter");
        form.getInputByName("search").setValue("10.0.0.9");
        form.getInputByValue("Critical").setChecked(true);
        HtmlPage page = ((DomElement) form.querySelector("button[type=submit]")).click();

        assertThat(texts(page, "tbody th")).containsExactly("10.0.0.9");
        assertThat(page.getUrl().getQuery())
                .contains("view=hosts", "sort=host", "search=10.0.0.9", "severity=Critical")
                .doesNotContain("page=");
    }

    @Test
    void showsOneFindingWithAllItsTexts() throws Exception {
        HtmlPage page = ((HtmlAnchor) open("?severity=critical").querySelector("tbody a")).click();

        assertThat(page.getTitleText()).isEqualTo("HTTP Server Type - scan #1 - Jenkins");
        assertThat(texts(page, "#main-panel h2"))
                .containsExactly("What to do", "The finding", "Synopsis", "Description", "References", "Plugin output");
        assertThat(texts(page, "#main-panel pre")).containsExactly("Apache");
        assertThat(page.getAnchorByHref("https://example.com/a").getRelAttribute())
                .isEqualTo("noopener noreferrer");
        assertThat(page.getAnchorByHref("https://nvd.nist.gov/vuln/detail/CVE-2020-0001")
                        .asNormalizedText())
                .isEqualTo("CVE-2020-0001");
        HtmlPage back = page.getAnchorByText("Back to the findings").click();
        assertThat(back.getUrl().getQuery()).isEqualTo("severity=Critical");
    }

    @Test
    void stepsFromFindingToFinding() throws Exception {
        HtmlPage first = ((HtmlAnchor) open("?sort=-host&size=2").querySelector("tbody a")).click();
        assertThat(texts(first, "nav[aria-label=Findings] li"))
                .containsExactly("Back to the findings", "1 of 3", "Next finding");

        HtmlPage second = first.getAnchorByText("Next finding").click();
        HtmlPage third = second.getAnchorByText("Next finding").click();
        assertThat(texts(third, "nav[aria-label=Findings] li"))
                .containsExactly("Back to the findings", "Previous finding", "3 of 3");
        assertThat(texts(third, "dd")).contains("22/TCP");

        HtmlPage back = third.getAnchorByText("Back to the findings").click();
        assertThat(back.getUrl().getQuery()).isEqualTo("sort=-host&page=2&size=2");
        HtmlPage again = third.getAnchorByText("Previous finding").click();
        assertThat(again.getUrl()).isEqualTo(second.getUrl());
        assertThat(texts(open("finding/3/"), "nav[aria-label=Findings] li")).containsExactly("Back to the findings");
    }

    @Test
    void belongsToItsBuild() throws Exception {
        HtmlPage page = open("");
        DomNode task = page.querySelector("#side-panel a[href$='/1/weekly']");

        assertThat(task.asNormalizedText()).contains("Weekly scan");
        assertThat(((DomElement) task.querySelector(".task-icon-badge")).getAttribute("tooltip"))
                .isEqualTo("2 new findings");
        assertThat(texts(page, ".task-icon-badge")).contains("2 new");
        assertThat(page.getTitleText()).isEqualTo("Weekly scan: findings of scan #1 - Jenkins");
        assertThat(texts(page, "#main-panel h1")).containsExactly("Weekly scan: findings of scan #1");
        assertThat(texts(page, "#breadcrumbs li")).contains("#1", "Weekly scan");
        assertThat(page.getAnchorByText("scan result 77 on production").getHrefAttribute())
                .isEqualTo("https://sc.example.com/#scan_results/view/77");
        assertThat(page.getAnchorByHref("?change=fixed").asNormalizedText()).isEqualTo("Fixed 1");
    }

    @Test
    void isLedToByTheSummaryOfTheBuild() throws Exception {
        HtmlPage build = browser().getPage(run);

        assertThat(texts(build, ".securitycenter-totals tbody tr:last-child")).containsExactly("Total\t3\t2\t1");
        assertThat(texts(build, ".securitycenter-verdict")).containsExactly("No verdict. No quality gates are set.");
        HtmlPage fixed =
                build.getAnchorByHref("weekly/?severity=High&change=fixed").click();
        assertThat(texts(fixed, "td.securitycenter-host")).containsExactly("10.0.0.3");
        assertThat(build.getAnchorByText("Weekly scan").getHrefAttribute()).isEqualTo("weekly/");
    }

    @Test
    void showsDashesWhenNothingWasCompared() throws Exception {
        new Findings()
                .add(finding().severity(Severity.HIGH).build(), FindingState.UNKNOWN)
                .from(new RecordOrigin("production", "77", "", ""))
                .record(run, "first", "First scan");
        HtmlPage build = browser().getPage(run);
        HtmlPage page = (HtmlPage) browser().getPage(new URL(jenkins.getURL(), run.getUrl() + "first/"));

        assertThat(build.asNormalizedText()).contains("not compared: no earlier build with passed gates");
        assertThat(texts(build, "tbody tr")).contains("High\t1\t–not compared\t–not compared");
        assertThat(build.querySelectorAll("a[href^='first/'][href*='change=']")).isEmpty();
        assertThat(texts(page, ".securitycenter-origin span"))
                .containsExactly("not compared: no earlier build with passed gates");
        assertThat(texts(page, "thead th")).doesNotContain("Change");
        assertThat(texts(page, ".task-icon-badge")).containsExactly("2 new");
        assertThat(page.querySelectorAll("[name=change], a[href^='?change']")).isEmpty();
    }

    @Test
    void saysInOneSentenceWhatIsWrong() throws Exception {
        assertWrong("?page=0", "Parameter page must be a whole number from 1 to 1000000, but was \"0\".");
        assertWrong("?size=1001", "Parameter size must be a whole number from 1 to 1000, but was \"1001\".");
        assertWrong("?view=hosts&sort=cvss", "This view cannot be sorted by \"cvss\". Use severity, host or total.");
    }

    @Test
    void saysWhenThereIsNoSuchPageOrFinding() throws Exception {
        assertThat(texts(open("?page=9"), "[role=status]"))
                .containsExactly("Page 9 does not exist. Go to the first page");
        assertThat(texts(open("?host=nowhere"), "[role=status]")).containsExactly("No findings match the filter.");
        for (String row : List.of("4", "99999999999", "-1", "x")) {
            assertThat(open("finding/" + row + "/").getWebResponse().getStatusCode())
                    .as(row)
                    .isEqualTo(404);
        }
    }

    @Test
    void saysWhenTheFileIsGone() throws Exception {
        open("");
        Files.delete(record.file());

        assertUnreadable("The stored findings in securitycenter-weekly.findings are missing; the file was deleted.");
    }

    @Test
    void saysWhenTheFileIsOfANewerVersion() throws Exception {
        byte[] bytes = Files.readAllBytes(record.file());
        ByteBuffer.wrap(bytes).putInt(8, FindingCodec.FORMAT + 1);
        Files.write(record.file(), bytes);

        assertUnreadable(
                "The stored findings in securitycenter-weekly.findings have format " + (FindingCodec.FORMAT + 1)
                        + ", but this version of the plugin"
                        + " reads only formats up to " + FindingCodec.FORMAT + "; update the plugin.");
    }

    @Test
    void keepsThePageOfABuildWhoseSummaryIsOfAnotherVersion() throws Exception {
        Path file = run.getRootDir().toPath().resolve("build.xml");
        Files.writeString(
                file, Files.readString(file).replaceFirst("<summary>[^<]*</summary>", "<summary>new format</summary>"));
        run.getParent().doReload();
        run = jenkins.jenkins.getItemByFullName("scan", FreeStyleProject.class).getBuildByNumber(1);

        HtmlPage page = browser().getPage(run);
        assertThat(page.getWebResponse().getStatusCode()).isEqualTo(200);
        assertThat(texts(page, ".securitycenter-notice"))
                .containsExactly("The stored summary of the findings cannot be read.");
        assertThat(texts(page, ".securitycenter-verdict, .securitycenter-totals"))
                .isEmpty();
        assertThat(browser().getPage(run.getParent()).getWebResponse().getStatusCode())
                .isEqualTo(200);
        assertThat(run.getAction(FindingsAction.class).getText())
                .isEqualTo("The stored summary of the findings cannot be read.");
        assertThat(run.getAction(FindingsAction.class).isComplete()).isFalse();
        assertHosts("", "10.0.0.9", "10.0.0.9", "10.0.0.10");
    }

    private void assertHosts(String query, String... hosts) throws IOException {
        assertThat(texts(open(query), query.contains("hosts") ? "tbody th" : "td.securitycenter-host"))
                .as(query)
                .containsExactly(hosts);
    }

    private void assertWrong(String query, String sentence) throws IOException {
        HtmlPage page = open(query);
        assertThat(page.getWebResponse().getStatusCode()).isEqualTo(400);
        assertThat(texts(page, "[role=alert]")).containsExactly(sentence);
        assertThat(page.asXml()).doesNotContain("Exception", "\tat ");
    }

    private void assertUnreadable(String sentence) throws IOException {
        for (String path : List.of("", "finding/0/")) {
            HtmlPage page = open(path);
            assertThat(page.getWebResponse().getStatusCode()).as(path).isEqualTo(404);
            assertThat(texts(page, "[role=alert]")).containsExactly(sentence);
        }
    }

    private HtmlPage open(String below) throws IOException {
        return (HtmlPage) browser().getPage(new URL(jenkins.getURL(), run.getUrl() + "weekly/" + below));
    }

    private JenkinsRule.WebClient browser() {
        return jenkins.createWebClient().withJavaScriptEnabled(false).withThrowExceptionOnFailingStatusCode(false);
    }

    private static List<String> texts(HtmlPage page, String selector) {
        return page.querySelectorAll(selector).stream()
                .map(DomNode::asNormalizedText)
                .toList();
    }
}
