package io.jenkins.plugins.securitycenter.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import io.jenkins.plugins.securitycenter.harness.Endpoint;
import io.jenkins.plugins.securitycenter.harness.Pages;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jenkins.model.Jenkins;
import org.assertj.core.api.SoftAssertions;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Every method of every descriptor that has a URL, called by everybody, everywhere. */
@WithJenkins
class PermissionMatrixJenkinsTest {

    private static final String HIDDEN_SERVER = "internal-server";
    private static final String HIDDEN_CREDENTIALS = "internal-credentials";

    private final Simulator simulator = Setup.quick();
    private JenkinsRule jenkins;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Setup.add(Setup.password(HIDDEN_CREDENTIALS, CredentialsScope.GLOBAL));
        Server server = new Server(HIDDEN_SERVER, simulator.url());
        server.setCredentialsId(HIDDEN_CREDENTIALS);
        SecurityCenterConfiguration.get().setServers(List.of(server));
        FreeStyleProject mine = jenkins.createFreeStyleProject("mine");
        jenkins.createFreeStyleProject("other");
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader", "configurer")
                .grant(Item.CONFIGURE)
                .onItems(mine)
                .to("configurer"));
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void thereAreEndpointsOfBothKinds() {
        assertThat(Endpoint.all()).extracting(Endpoint::global).contains(true, false);
        assertThat(Endpoint.all())
                .extracting(Endpoint::path)
                .anyMatch(path -> path.endsWith("Server/testConnection"))
                .anyMatch(path -> path.endsWith("ScanStep/fillCredentialsIdItems"));
    }

    @Test
    void nobodyMayUseGet() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (String user : List.of("admin", "configurer", "reader", "")) {
            for (String place : List.of("", "job/mine/")) {
                for (Endpoint endpoint : Endpoint.all()) {
                    WebResponse answer = get(user, place + endpoint.path());
                    all.assertThat(answer.getStatusCode())
                            .as("GET %s%s as %s", place, endpoint.path(), user)
                            .isIn(403, 404, 405);
                }
            }
        }
        all.assertAll();
        assertThat(simulator.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',''", "'',job/mine/", "reader,''", "reader,job/mine/", "configurer,''", "configurer,job/other/"})
    void whoMayNotConfigureLearnsNothing(String user, String place) throws Exception {
        assertNothing(user, place);
    }

    @Test
    void whoConfiguresAJobMayUseItsForm() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (Endpoint endpoint : Endpoint.all()) {
            int status = post("configurer", "job/mine/" + endpoint.path(), "guess", "guess")
                    .getStatusCode();
            boolean list = endpoint.path().endsWith("/fillCredentialsIdItems");
            all.assertThat(status).as(endpoint.path()).isEqualTo(endpoint.global() && !list ? 403 : 200);
        }
        all.assertAll();
        assertThat(post("configurer", "job/mine/" + step("fillServerItems"), "", "")
                        .getContentAsString())
                .contains(HIDDEN_SERVER);
        assertThat(post("configurer", "job/mine/" + step("fillCredentialsIdItems"), "", "")
                        .getContentAsString())
                .contains(HIDDEN_CREDENTIALS);
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void administratorsMayUseEverything() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (String place : List.of("", "job/mine/")) {
            for (Endpoint endpoint : Endpoint.all()) {
                WebResponse answer = post("admin", place + endpoint.path(), "guess", "guess");
                all.assertThat(answer.getStatusCode()).as(endpoint.path()).isEqualTo(200);
            }
        }
        all.assertAll();
    }

    /** Every answer is the same when Jenkins has no servers and credentials at all, so it tells nothing of them. */
    private void assertNothing(String user, String place) throws Exception {
        Map<String, String> full = answers(user, place);
        SecurityCenterConfiguration.get().setServers(List.of());
        SystemCredentialsProvider.getInstance().getCredentials().clear();
        assertThat(answers(user, place)).containsExactlyInAnyOrderEntriesOf(full);
        assertThat(full).hasSameSizeAs(Endpoint.all());
        assertThat(full)
                .allSatisfy((endpoint, answer) -> assertThat(answer)
                        .as(endpoint)
                        .matches("(?s)(200|403) .*")
                        .doesNotContain(simulator.url()));
        assertThat(simulator.requests()).isEmpty();
    }

    /** What each endpoint answers to a guess that is wrong, and to one that is right. */
    private Map<String, String> answers(String user, String place) throws IOException {
        Map<String, String> answers = new TreeMap<>();
        for (Endpoint endpoint : Endpoint.all()) {
            WebResponse wrong = post(user, place + endpoint.path(), "guess", "guess");
            WebResponse right = post(user, place + endpoint.path(), HIDDEN_SERVER, HIDDEN_CREDENTIALS);
            answers.put(endpoint.path(), wrong.getStatusCode() + " " + body(wrong) + " " + body(right));
        }
        return answers;
    }

    /** Pages of Jenkins itself differ from one time to the next. */
    private static String body(WebResponse answer) {
        return answer.getStatusCode() == 200 ? answer.getContentAsString() : "status " + answer.getStatusCode();
    }

    private static String step(String method) {
        return Endpoint.all().stream()
                .map(Endpoint::path)
                .filter(path -> path.endsWith("ScanStep/" + method))
                .findFirst()
                .orElseThrow();
    }

    private WebResponse get(String user, String path) throws IOException {
        try (JenkinsRule.WebClient browser = browser(user)) {
            return browser.getPage(new WebRequest(new URL(jenkins.getURL(), path + "?value=1")))
                    .getWebResponse();
        }
    }

    private WebResponse post(String user, String path, String server, String credentials) throws IOException {
        try (JenkinsRule.WebClient browser = browser(user)) {
            return Pages.post(
                    browser,
                    new URL(jenkins.getURL(), path),
                    "value",
                    server,
                    "name",
                    server,
                    "url",
                    simulator.url(),
                    "server",
                    server,
                    "credentialsId",
                    credentials,
                    "trustedCertificates",
                    "",
                    "sessionLimit",
                    "fail");
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
