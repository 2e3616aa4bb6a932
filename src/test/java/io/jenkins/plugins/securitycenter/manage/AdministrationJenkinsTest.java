package io.jenkins.plugins.securitycenter.manage;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.AdministrativeMonitor;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import io.jenkins.plugins.securitycenter.audit.AuditEntry;
import io.jenkins.plugins.securitycenter.audit.AuditLog;
import io.jenkins.plugins.securitycenter.client.resource.ScanOwnerTag;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.config.Server;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.harness.ConnectedJenkins;
import io.jenkins.plugins.securitycenter.harness.Findings;
import io.jenkins.plugins.securitycenter.harness.Pages;
import io.jenkins.plugins.securitycenter.harness.Patience;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.list.JobRisks;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.task.OnDemandOwner;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** Manage Jenkins > SecurityCenter, the monitors, and who may use them. */
class AdministrationJenkinsTest extends ConnectedJenkins {

    private static final String PAGE = "manage/securitycenter/";
    private static final List<String> ACTIONS = List.of("check", "removeLeftovers");

    @BeforeEach
    void secure() {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ, Jenkins.SYSTEM_READ)
                .everywhere()
                .to("auditor")
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader"));
    }

    @Test
    void thePageIsForThoseWhoMayReadTheSystem() throws Exception {
        assertThat(status("", PAGE)).isIn(401, 403);
        assertThat(status("reader", PAGE)).isEqualTo(403);
        assertThat(text("auditor")).contains("Server simulator", "Jobs by risk").doesNotContain("Check now");
        assertThat(text("admin")).contains("Check now", "Last actions of users");
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void actionsAreForAdministratorsAndNeedAPostWithACrumb() throws Exception {
        for (String action : ACTIONS) {
            for (String user : List.of("", "reader", "auditor")) {
                assertThat(post(user, action, Setup.SERVER))
                        .as(action + " " + user)
                        .isIn(401, 403);
            }
            assertThat(status("admin", PAGE + action + "?server=simulator"))
                    .as(action)
                    .isIn(404, 405);
            try (JenkinsRule.WebClient browser = browser("admin")) {
                assertThat(browser.getPage(new WebRequest(
                                        new URL(jenkins.getURL(), PAGE + action + "?server=simulator"),
                                        HttpMethod.POST))
                                .getWebResponse()
                                .getStatusCode())
                        .isEqualTo(403);
            }
            assertThat(post("admin", action, "another")).isEqualTo(404);
        }
        assertThat(simulator.requests()).isEmpty();
        assertThat(AuditLog.get().newestFirst()).isEmpty();
    }

    @Test
    void checkNowShowsTheState() throws Exception {
        simulator.controls().setFeedTime(Instant.now().minus(Duration.ofDays(20)));
        assertThat(text("auditor")).contains("Unknown: no request since Jenkins started");
        assertThat(post("admin", "check", Setup.SERVER)).isEqualTo(200);
        awaitCheck();
        int sent = simulator.requests().size();
        assertThat(text("auditor"))
                .contains("Yes, last response", "6.7", "Valid", "20 days ago", "ci, role Security Manager", "0 failed")
                .contains("the plugins of active scanners were last updated 20 days ago");
        assertThat(simulator.requests()).hasSize(sent);
    }

    @Test
    void monitorsFollowTheLastKnownState() throws Exception {
        AdministrativeMonitor feed = monitor(StatusMonitor.FeedOld.class);
        AdministrativeMonitor license = monitor(StatusMonitor.LicenseInvalid.class);
        simulator.controls().setFeedTime(Instant.now().minus(Duration.ofDays(20)));
        simulator.controls().setLicense("Expired");
        assertThat(feed.isActivated()).isFalse();
        check();
        int sent = simulator.requests().size();
        assertThat(feed.isActivated()).isTrue();
        assertThat(license.isActivated()).isTrue();
        assertThat(page("admin", "manage/").asNormalizedText())
                .contains("the plugins of active scanners were last updated 20 days ago", "(status \"Expired\")");
        assertThat(simulator.requests()).hasSize(sent);
        assertThat(postTo("auditor", feed.getUrl() + "/disable")).isEqualTo(403);
        assertThat(feed.isEnabled()).isTrue();
        assertThat(postTo("admin", feed.getUrl() + "/disable")).isEqualTo(200);
        assertThat(feed.isEnabled()).isFalse();
        assertThat(license.isEnabled()).isTrue();
        simulator.controls().setFeedTime(Instant.now());
        simulator.controls().setLicense("Valid");
        check();
        assertThat(feed.isActivated()).isFalse();
        assertThat(license.isActivated()).isFalse();
    }

    @Test
    void aRejectedAccountIsNotTriedByDailyChecks() throws Exception {
        AdministrativeMonitor refused = monitor(StatusMonitor.AccountRefused.class);
        simulator.controls().setPassword(Simulator.USER, "changed");
        new StatusWork().doRun();
        awaitCheck();
        assertThat(refused.isActivated()).isTrue();
        new StatusWork().doRun();
        awaitCheck();
        assertThat(simulator.controls().failedLogins(Simulator.USER)).isEqualTo(1);
        simulator.controls().setPassword(Simulator.USER, Simulator.PASSWORD);
        check();
        assertThat(refused.isActivated()).isFalse();
    }

    @Test
    void leftoversAreListedAndRemovedOnRequest() throws Exception {
        FreeStyleBuild ended = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("ended"));
        leave(OnDemandOwner.of(ended, "t"), "crashed");
        leave(new ScanOwnerTag("another-jenkins", ended.getExternalizableId() + " t"), "foreign");
        check();
        assertThat(text("auditor")).contains("1 scan").doesNotContain("crashed", "Remove now");
        assertThat(text("admin"))
                .contains("Scan \"crashed\" of build ended#1", "Remove now")
                .doesNotContain("foreign");
        assertThat(page("admin", PAGE).querySelectorAll("button[aria-label]").stream()
                        .map(DomElement.class::cast))
                .hasSize(2)
                .allSatisfy(
                        button -> assertThat(button.getAttribute("aria-label")).startsWith(button.asNormalizedText()));
        assertThat(post("admin", "removeLeftovers", Setup.SERVER)).isEqualTo(200);
        awaitCheck();
        assertThat(simulator.controls().objects("scan"))
                .extracting(scan -> scan.path("name").asText())
                .contains("foreign")
                .doesNotContain("crashed");
        assertThat(text("admin"))
                .contains("0 scans", "started the removal of leftovers on server \"simulator\"")
                .contains("removed scan \"crashed\" of build ended#1 from server \"simulator\"")
                .doesNotContain("Remove now");
        assertThat(AuditLog.get().newestFirst()).extracting(AuditEntry::user).containsOnly("admin");
    }

    private void leave(ScanOwnerTag mark, String name) {
        String scan = "{\"name\":\"%s\",\"description\":\"x [jenkins %s %s]\"}";
        simulator.controls().put("scan", scan.formatted(name, mark.instance(), mark.build()));
    }

    @Test
    void hostileNamesAreEscaped() throws Exception {
        Server hostile = Setup.server("<img src=x onerror=alert(1)>", simulator);
        SecurityCenterConfiguration.get().setServers(List.of(hostile));
        AuditLog.get().record(new AuditEntry(Instant.now(), "<b>eve", "chose \u001b\"<script>\""));
        try (JenkinsRule.WebClient browser = browser("admin")) {
            assertThat(browser.getPage(new URL(jenkins.getURL(), PAGE))
                            .getWebResponse()
                            .getContentAsString())
                    .contains("&lt;img src=x onerror=alert(1)&gt;", "&lt;b>eve", "&lt;script>")
                    .doesNotContain("<img src=x", "<b>eve", "\u001b");
        }
    }

    @Test
    void jobsAreSortedByRiskAndHiddenFromOthers() throws Exception {
        record("quiet", Severity.INFO);
        Patience.until("all jobs are read", () -> JobRisks.get().overview().unread() == 0);
        assertThat(text("admin")).contains("recorded findings, 1 job\n");
        record("dangerous", Severity.CRITICAL);
        jenkins.createFreeStyleProject("without records");
        Patience.until("all jobs are read", () -> JobRisks.get().overview().unread() == 0);
        assertThat(text("admin")).containsSubsequence("dangerous", "1 Critical", "quiet", "1 Info");
        assertThat(text("admin")).contains("recorded findings, 2 jobs").doesNotContain("without records");
        assertThat(text("auditor")).doesNotContain("dangerous");
        jenkins.jenkins.getItemByFullName("dangerous", FreeStyleProject.class).renameTo("moved");
        Patience.until("all jobs are read", () -> JobRisks.get().overview().unread() == 0);
        assertThat(text("admin")).contains("moved").doesNotContain("dangerous");
    }

    private void record(String name, Severity severity) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject(name);
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);
        new Findings()
                .add(finding().severity(severity).build(), FindingState.NEW)
                .record(build, "weekly", "Weekly");
    }

    private static <T extends AdministrativeMonitor> T monitor(Class<T> type) {
        return AdministrativeMonitor.all().get(type);
    }

    private void check() throws Exception {
        ServerStatuses.get().check(SecurityCenterConfiguration.get().server(""));
        awaitCheck();
    }

    private void awaitCheck() throws Exception {
        Patience.until(
                "the check is done",
                () -> ServerStatuses.get().reports().stream().noneMatch(report -> report.checking())
                        && simulator.openSessions() == 0);
    }

    private String text(String user) throws Exception {
        return page(user, PAGE).asNormalizedText();
    }

    private HtmlPage page(String user, String path) throws Exception {
        try (JenkinsRule.WebClient browser = browser(user)) {
            return browser.getPage(new URL(jenkins.getURL(), path));
        }
    }

    private int status(String user, String path) throws Exception {
        try (JenkinsRule.WebClient browser = browser(user)) {
            return browser.getPage(new URL(jenkins.getURL(), path))
                    .getWebResponse()
                    .getStatusCode();
        }
    }

    private int post(String user, String action, String server) throws Exception {
        return postTo(user, PAGE + action, "server", server);
    }

    private int postTo(String user, String path, String... parameters) throws Exception {
        try (JenkinsRule.WebClient browser = browser(user)) {
            return Pages.post(browser, new URL(jenkins.getURL(), path), parameters)
                    .getStatusCode();
        }
    }

    private JenkinsRule.WebClient browser(String user) {
        JenkinsRule.WebClient browser =
                jenkins.createWebClient().withJavaScriptEnabled(false).withThrowExceptionOnFailingStatusCode(false);
        // Who is refused is asked to log in, by a page that leads on to the login.
        browser.setRefreshHandler((page, url, seconds) -> {});
        return user.isEmpty() ? browser : browser.withBasicCredentials(user);
    }
}
