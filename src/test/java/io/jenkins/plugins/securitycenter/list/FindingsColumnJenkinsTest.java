package io.jenkins.plugins.securitycenter.list;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.ListView;
import hudson.util.FormValidation;
import io.jenkins.plugins.securitycenter.HostileTexts;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.harness.Findings;
import io.jenkins.plugins.securitycenter.harness.Pages;
import io.jenkins.plugins.securitycenter.harness.Patience;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.result.RecordOrigin;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.MockFolder;
import org.jvnet.hudson.test.SleepBuilder;
import org.jvnet.hudson.test.TestBuilder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The column of list views with the findings of jobs. */
@WithJenkins
class FindingsColumnJenkinsTest {

    private JenkinsRule jenkins;
    private ListView view;

    @BeforeEach
    void view(JenkinsRule rule) throws Exception {
        jenkins = rule;
        view = new ListView("findings");
        view.setIncludeRegex(".*");
        rule.jenkins.addView(view);
        view.getColumns().add(new FindingsColumn());
    }

    @Test
    void showsTheLastRecordOfEachJob() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("scan");
        record(job, "weekly", Severity.HIGH, Severity.LOW);
        record(job, "weekly", Severity.CRITICAL);
        jenkins.buildAndAssertSuccess(job);

        DomElement cell = cell(read(), "scan");
        assertThat(text(cell)).isEqualTo("1 finding, 1 new Worst: Critical");
        DomElement link = cell.querySelector("a");
        assertThat(link.getAttribute("href")).endsWith("/job/scan/2/weekly/");
        assertThat(link.getAttribute("title")).isEqualTo("#2: 1 Critical");
    }

    @Test
    void namesTheRecordInItsHeading() throws Exception {
        FindingsColumn weekly = new FindingsColumn();
        weekly.setId("weekly");
        view.getColumns().add(weekly);
        record(jenkins.createFreeStyleProject("scan"), "weekly", Severity.HIGH);

        assertThat(read().querySelectorAll("#projectstatus thead th"))
                .extracting(DomNode::asNormalizedText)
                .contains("SecurityCenter findings", "SecurityCenter findings: weekly");
    }

    @Test
    void handWrittenColumnShowsAllRecords() throws Exception {
        record(jenkins.createFreeStyleProject("scan"), "weekly", Severity.HIGH);
        String xml = "<" + FindingsColumn.class.getName() + "/>";
        view.getColumns().remove(FindingsColumn.class);
        view.getColumns().add((FindingsColumn) Jenkins.XSTREAM2.fromXML(xml));

        assertThat(text(cell(read(), "scan"))).startsWith("1 finding");
    }

    @Test
    void followsTheBuilds() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("scan");
        FreeStyleBuild first = record(job, "weekly", Severity.HIGH);
        read();
        job.getBuildersList().add(new RecordingBuilder());
        jenkins.buildAndAssertSuccess(job);
        assertThat(text(cell(page(""), "scan"))).isEqualTo("1 finding, 1 new Worst: Low");

        job.getLastBuild().delete();
        assertThat(text(cell(read(), "scan"))).isEqualTo("1 finding, 1 new Worst: High");
        first.delete();
        assertThat(text(cell(read(), "scan"))).isEmpty();
        assertThat(cell(read(), "scan").getAttribute("data")).isEmpty();
    }

    @Test
    void showsNewJobsAtOnce() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("scan");
        assertThat(text(cell(page(""), "scan"))).isEmpty();
        assertThat(JobRisks.get().overview().unread()).isZero();

        job.getBuildersList().add(new RecordingBuilder());
        jenkins.buildAndAssertSuccess(job);
        assertThat(text(cell(page(""), "scan"))).isEqualTo("1 finding, 1 new Worst: Low");
    }

    @Test
    void remembersTheRecordWhenOlderBuildsAreDeleted() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("scan");
        job.getBuildersList().add(new RecordingBuilder());
        FreeStyleBuild first = jenkins.buildAndAssertSuccess(job);
        FreeStyleBuild second = jenkins.buildAndAssertSuccess(job);

        first.delete();
        assertThat(text(cell(page(""), "scan"))).isEqualTo("1 finding, 1 new Worst: Low");
        second.delete();
        assertThat(text(cell(read(), "scan"))).isEmpty();
    }

    @Test
    void addsAllRecordsOfTheBuildOrShowsOne() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("scan");
        FreeStyleBuild build = record(job, "dmz", Severity.HIGH);
        new Findings()
                .add(finding().severity(Severity.LOW).build(), FindingState.NEW)
                .record(build, "web", "Web");

        DomElement sum = cell(read(), "scan");
        assertThat(text(sum)).isEqualTo("2 findings, 2 new Worst: High");
        assertThat(((DomElement) sum.querySelector("a")).getAttribute("href")).endsWith("/job/scan/1/");

        FindingsColumn one = new FindingsColumn();
        one.setId("web");
        view.getColumns().replace(one);
        assertThat(text(cell(read(), "scan"))).isEqualTo("1 finding, 1 new Worst: Low");
        FindingsColumn none = new FindingsColumn();
        none.setId("other");
        view.getColumns().replace(none);
        assertThat(text(cell(read(), "scan"))).isEmpty();
    }

    @Test
    void isEmptyForWhateverHasNoRecord() throws Exception {
        jenkins.createFreeStyleProject("new");
        jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("other"));
        jenkins.createProject(MockFolder.class, "folder");
        FreeStyleProject running = jenkins.createFreeStyleProject("running");
        running.getBuildersList().add(new SleepBuilder(Long.MAX_VALUE));
        FreeStyleBuild build = running.scheduleBuild2(0).waitForStart();
        HtmlPage page = read();
        for (String job : List.of("new", "other", "folder", "running")) {
            assertThat(text(cell(page, job))).as(job).isEmpty();
        }
        build.doStop();
        jenkins.waitForCompletion(build);
    }

    @Test
    void readsNoFileOfFindings() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("scan");
        FreeStyleBuild build = record(job, "weekly", Severity.HIGH);
        Files.delete(FindingsAction.of(build, "weekly").orElseThrow().file());
        assertThat(text(cell(read(), "scan"))).isEqualTo("1 finding, 1 new Worst: High");
    }

    @Test
    void saysThatFindingsMayBeMissing() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("scan");
        new Findings()
                .from(new RecordOrigin("production", "77", "", "").read(0, 5))
                .record(jenkins.buildAndAssertSuccess(job), "weekly", "Weekly");
        assertThat(text(cell(read(), "scan"))).isEqualTo("0 findings Findings may be missing");
    }

    @Test
    void showsJobsToThoseWhoMayReadThemOnly() throws Exception {
        FreeStyleProject open = jenkins.createFreeStyleProject("open");
        record(open, "weekly", Severity.HIGH);
        record(jenkins.createFreeStyleProject("secret"), "weekly", Severity.CRITICAL);
        read();
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ)
                .everywhere()
                .to("reader")
                .grant(Item.READ)
                .onItems(open)
                .to("reader"));
        HtmlPage page = page("reader");
        assertThat(page.asNormalizedText()).contains("1 finding, 1 new").doesNotContain("secret", "Critical");
    }

    @Test
    void showsHostileNamesAsText() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("scan");
        job.setDisplayName(HostileTexts.MARKUP);
        new Findings()
                .add(HostileTexts.of(HostileTexts.MARKUP), FindingState.NEW)
                .from(new RecordOrigin(HostileTexts.MARKUP, HostileTexts.MARKUP, HostileTexts.MARKUP, "a#1"))
                .record(jenkins.buildAndAssertSuccess(job), "weekly", HostileTexts.MARKUP);
        HtmlPage page = read();
        assertThat(text(cell(page, "scan"))).isEqualTo("1 finding, 1 new Worst: High");
        assertThat(page.querySelectorAll("img[src=x], [onerror]")).isEmpty();
    }

    @Test
    void sortsByTheWorstFindings() throws Exception {
        record(jenkins.createFreeStyleProject("low"), "weekly", Severity.LOW, Severity.LOW, Severity.LOW);
        record(jenkins.createFreeStyleProject("high"), "weekly", Severity.HIGH);
        HtmlPage page = read();
        assertThat(cell(page, "high").getAttribute("data"))
                .isGreaterThan(cell(page, "low").getAttribute("data"));
    }

    @Test
    void isConfigured() throws Exception {
        FindingsColumn column = new FindingsColumn();
        column.setId("dmz");
        view.getColumns().replace(column);
        jenkins.configRoundtrip(view);
        assertThat(view.getColumns().get(FindingsColumn.class).getId()).isEqualTo("dmz");
    }

    @Test
    void checksTheRecord() throws Exception {
        FindingsColumn.DescriptorImpl descriptor =
                jenkins.jenkins.getDescriptorByType(FindingsColumn.DescriptorImpl.class);
        assertThat(descriptor.doCheckId("").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(descriptor.doCheckId(" dmz ").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(descriptor.doCheckId("../x").getMessage()).contains("use 1 to 64 letters");
        URL check = new URL(jenkins.getURL(), descriptor.getDescriptorUrl() + "/checkId?value=dmz");
        try (JenkinsRule.WebClient browser = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false)) {
            assertThat(browser.getPage(check).getWebResponse().getStatusCode()).isIn(404, 405);
            assertThat(Pages.post(browser, check).getStatusCode()).isEqualTo(200);
        }
    }

    private FreeStyleBuild record(FreeStyleProject job, String id, Severity... severities) throws Exception {
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);
        Findings findings = new Findings();
        for (Severity severity : severities) {
            findings.add(finding().severity(severity).build(), FindingState.NEW);
        }
        findings.record(build, id, "Weekly");
        return build;
    }

    /** The page after the builds were read in the background. */
    private HtmlPage read() throws Exception {
        Patience.until("the builds are read", () -> JobRisks.get().overview().unread() == 0);
        return page("");
    }

    private HtmlPage page(String user) throws Exception {
        JenkinsRule.WebClient browser = jenkins.createWebClient().withJavaScriptEnabled(false);
        if (!user.isEmpty()) {
            browser.withBasicCredentials(user);
        }
        return browser.getPage(new URL(jenkins.getURL(), "view/findings/"));
    }

    private static DomElement cell(HtmlPage page, String job) {
        List<DomNode> cells = page.getElementById("job_" + job).querySelectorAll("td").stream()
                .toList();
        return (DomElement) cells.get(cells.size() - 1);
    }

    private static String text(DomElement cell) {
        return cell.asNormalizedText().replaceAll("\\s+", " ");
    }

    /** Records a finding of severity Low while its build runs. */
    private static final class RecordingBuilder extends TestBuilder {

        @Override
        public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener)
                throws IOException {
            new Findings()
                    .add(finding().severity(Severity.LOW).build(), FindingState.NEW)
                    .record(build, "weekly", "Weekly");
            return true;
        }
    }
}
