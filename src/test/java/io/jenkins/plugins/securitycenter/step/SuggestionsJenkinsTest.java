package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.hudson.plugins.folder.properties.FolderCredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.security.AuthorizationStrategy;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.config.Server;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.Pages;
import io.jenkins.plugins.securitycenter.harness.Patience;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.WebResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What forms learn of the server, and who may have it asked. */
@WithJenkins
class SuggestionsJenkinsTest {

    private static final String STEPS = "/descriptorByName/io.jenkins.plugins.securitycenter.step.";
    private static final String SCANS = STEPS + "ScanStep/autoCompleteScan";
    private static final String SCAN = STEPS + "ScanStep/checkScan";

    private final Simulator simulator = Setup.quick();
    private JenkinsRule jenkins;
    private FreeStyleProject mine;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Setup.connect(simulator);
        mine = jenkins.createFreeStyleProject("mine");
        jenkins.createFreeStyleProject("other");
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ, Item.READ, Item.EXTENDED_READ)
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

    @ParameterizedTest
    @CsvSource({"configurer, job/mine", "admin, job/mine", "admin, ''"})
    void whoConfiguresGetsNames(String user, String place) throws Exception {
        assertThat(ask(user, place + SCANS, "week").getContentAsString()).contains("\"Weekly network scan\"");
        Patience.until("logged out", () -> simulator.openSessions() == 0);
    }

    @ParameterizedTest
    @CsvSource({"reader, job/mine", "configurer, job/other", "configurer, ''", "'', job/mine", "'', ''"})
    void nobodyElseCausesARequest(String user, String place) throws Exception {
        for (String path : List.of(
                SCANS, SCAN, STEPS + "RecordStep/autoCompleteScanResultId", STEPS + "RecordStep/checkScanResultId")) {
            assertThat(ask(user, place + path, "*").getContentAsString()).doesNotContain("Weekly");
        }
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void asksOnceForManyKeystrokes() throws Exception {
        for (String typed : List.of("w", "we", "wee", "*")) {
            ask("configurer", "job/mine" + SCANS, typed);
        }
        assertThat(simulator.requests())
                .extracting(LoggedRequest::line)
                .containsExactly("POST /token", "GET /scan", "DELETE /token");
    }

    @Test
    void warnsOfAScanThatIsNotThere() throws Exception {
        assertThat(ask("configurer", "job/mine" + SCAN, "DMZ").getContentAsString())
                .isEqualTo("<div/>");
        assertThat(ask("configurer", "job/mine" + SCAN, "Nightly").getContentAsString())
                .contains("class=\"warning\"")
                .contains(Pages.escaped("Scan \"Nightly\" does not exist on SecurityCenter \"simulator\""));
        assertThat(ask("configurer", "job/mine" + SCAN, "Twice").getContentAsString())
                .contains("use one of the IDs 3, 4.");
    }

    @Test
    void saysWhichServerWasAskedWhenNoneIsChosen() throws Exception {
        Server first = SecurityCenterConfiguration.get().server("");
        SecurityCenterConfiguration.get().setServers(List.of(first, new Server("other", "https://other.invalid")));
        assertThat(ask("configurer", "job/mine" + SCAN, "Nightly").getContentAsString())
                .contains(Pages.escaped("Checked on the default server \"simulator\" because no server is selected;"));
        assertThat(ask("configurer", "job/mine" + SCAN, "Nightly", "server", "simulator")
                        .getContentAsString())
                .contains("does not exist")
                .doesNotContain("Checked on");
    }

    @Test
    void theKindOfScanDecides() throws Exception {
        String web = ask("configurer", "job/mine" + SCANS, "*", "kind", "web").getContentAsString();
        assertThat(web).contains("\"Shop\"").doesNotContain("Weekly");
    }

    @Test
    void nestedFormsKnowTheServerToo() throws Exception {
        String made = "job/mine" + STEPS + "OnDemandDefinition/";
        assertThat(ask("configurer", made + "autoCompleteRepository", "*").getContentAsString())
                .contains("\"name\"");
        assertThat(ask("configurer", made + "checkPolicy", "Nothing").getContentAsString())
                .contains(Pages.escaped("Policy \"Nothing\" does not exist on SecurityCenter \"simulator\""));
        assertThat(ask("configurer", made + "checkAssets", "\nNowhere\n").getContentAsString())
                .contains(Pages.escaped("Asset list \"Nowhere\" does not exist"));
        String gate = "job/mine" + STEPS + "GateRule/";
        assertThat(ask("configurer", gate + "autoCompletePluginFamily", "web").getContentAsString())
                .contains("\"Web Servers\"");
        assertThat(ask("configurer", gate + "checkPluginFamily", "web servers").getContentAsString())
                .isEqualTo("<div/>");
        assertThat(ask("configurer", gate + "checkPluginFamily", "Cobwebs").getContentAsString())
                .contains(Pages.escaped("Plugin family \"Cobwebs\" does not exist on SecurityCenter \"simulator\""));
        String filters = "job/mine" + STEPS + "FindingsQuery/checkFilters";
        assertThat(ask("configurer", filters, "severity=High\nrepository=1, Nowhere")
                        .getContentAsString())
                .contains("class=\"warning\"")
                .contains(Pages.escaped("Repository \"Nowhere\" does not exist"));
        assertThat(ask("configurer", filters, "repository=1\nport=x").getContentAsString())
                .contains("class=\"error\"");
    }

    @Test
    void pathsNeedNoServer() throws Exception {
        String request = "job/mine" + STEPS + "RequestStep/";
        assertThat(ask("configurer", request + "autoCompletePath", "/scan/").getContentAsString())
                .contains("\"/scan/{id}/launch (POST: ");
        assertThat(path("/scan/3 (GET, PATCH, DELETE: x)", "GET")).isEqualTo("<div/>");
        assertThat(path("/scan/3", "PUT")).contains("class=\"warning\"").contains("is known to accept GET");
        assertThat(path("/scans", "GET")).contains("class=\"warning\"").contains("is not a known path of the API");
        assertThat(path("/scan/{id}", "GET")).contains("class=\"error\"").contains("placeholder {id}");
        assertThat(path("/token", "GET")).contains("class=\"error\"").contains("the plugin manages its own sessions");
        assertThat(simulator.requests()).isEmpty();
    }

    private String path(String value, String method) throws IOException {
        return ask("configurer", "job/mine" + STEPS + "RequestStep/checkPath", value, "method", method)
                .getContentAsString();
    }

    @Test
    void referencesAreJobsThatTheUserMayRead() throws Exception {
        String record = "job/mine" + STEPS + "RecordStep/";
        assertThat(ask("configurer", record + "autoCompleteReference", "oth").getContentAsString())
                .contains("\"other\"");
        assertThat(ask("configurer", record + "checkReference", "other").getContentAsString())
                .isEqualTo("<div/>");
        assertThat(ask("configurer", record + "checkReference", "nowhere").getContentAsString())
                .contains("class=\"warning\"")
                .contains("does not exist or cannot be read");
    }

    @Test
    void variablesAreNotLookedUp() throws Exception {
        assertThat(ask("configurer", "job/mine" + SCAN, "${SCAN}").getContentAsString())
                .isEqualTo("<div/>");
        assertThat(ask("configurer", "job/mine" + SCANS, "x", "server", "$SERVER")
                        .getContentAsString())
                .doesNotContain("name");
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void aRefusalGivesASentenceWithoutMarkup() throws Exception {
        simulator.faults().on("GET", "/scan").error(403, 1, "Maintenance <b>today</b>");
        assertThat(ask("configurer", "job/mine" + SCANS, "*").getContentAsString())
                .doesNotContain("name");
        assertThat(ask("configurer", "job/mine" + SCAN, "DMZ").getContentAsString())
                .contains("class=\"warning\"")
                .contains("could not list the scans")
                .contains("Maintenance &lt;b&gt;today&lt;/b&gt;");
    }

    @Test
    void aServerThatIsDownGivesASentence() throws Exception {
        simulator.close();
        assertThat(ask("configurer", "job/mine" + SCANS, "*").getContentAsString())
                .doesNotContain("name");
        assertThat(ask("configurer", "job/mine" + SCAN, "DMZ").getContentAsString())
                .contains("class=\"warning\"")
                .contains("SecurityCenter &quot;simulator&quot;");
    }

    @Test
    void credentialsOfTheFolderAreUsedForItsJobsOnly() throws Exception {
        Server server = Setup.server(Setup.SERVER, simulator);
        server.setCredentialsId("of-team");
        SecurityCenterConfiguration.get().setServers(List.of(server));
        Folder team = jenkins.createProject(Folder.class, "team");
        team.createProject(FreeStyleProject.class, "inside");
        store(team)
                .addCredentials(
                        Domain.global(),
                        new UsernamePasswordCredentialsImpl(
                                CredentialsScope.GLOBAL, "of-team", "", "analyst", "analyst-password"));
        assertThat(ask("admin", "job/team/job/inside" + SCANS, "*").getContentAsString())
                .contains("Weekly");
        assertThat(simulator.requests()).extracting(LoggedRequest::user).contains("analyst");
        int before = simulator.requests().size();
        assertThat(ask("admin", "job/mine" + SCANS, "*").getContentAsString()).doesNotContain("Weekly");
        assertThat(ask("admin", "job/mine" + SCAN, "DMZ").getContentAsString())
                .contains("class=\"warning\"")
                .contains(Pages.escaped("Credentials \"of-team\" do not exist or cannot be used here"));
        assertThat(simulator.requests()).hasSize(before);
    }

    @Test
    void credentialsOfTheSystemAreNotUsed() throws Exception {
        Setup.add(Setup.password("system", CredentialsScope.SYSTEM));
        for (String place : List.of("", "job/mine")) {
            assertThat(ask("admin", place + SCANS, "*", "credentialsId", "system")
                            .getContentAsString())
                    .doesNotContain("Weekly");
        }
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void scanResultsComeWithNotesThatAreTakenOffAgain() throws Exception {
        jenkins.jenkins.setAuthorizationStrategy(AuthorizationStrategy.UNSECURED);
        jenkins.buildAndAssertSuccess(Builds.pipeline(jenkins, "securityCenterScan 'DMZ'"));
        String answer = Pages.post(
                        jenkins,
                        "job/mine" + STEPS + "RecordStep/autoCompleteScanResultId",
                        "value",
                        "dmz",
                        "server",
                        "",
                        "credentialsId",
                        "")
                .getContentAsString();
        String suggestion = answer.replaceFirst("(?s).*\"name\":\"([^\"]*)\".*", "$1");
        assertThat(suggestion).matches("\\d+ \\(DMZ, \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d, Completed\\)");
        RecordStep step = new RecordStep();
        step.setScanResultId(suggestion);
        assertThat(step.getScanResultId()).isEqualTo(suggestion.replaceFirst(" .*", ""));
    }

    private static CredentialsStore store(Folder folder) {
        for (CredentialsStore store : CredentialsProvider.lookupStores(folder)) {
            if (store.getProvider() instanceof FolderCredentialsProvider && store.getContext() == folder) {
                return store;
            }
        }
        throw new AssertionError("no store in " + folder);
    }

    private WebResponse ask(String user, String path, String value) throws IOException {
        return ask(user, path, value, "server", "");
    }

    private WebResponse ask(String user, String path, String value, String field, String content) throws IOException {
        try (JenkinsRule.WebClient browser = jenkins.createWebClient().withJavaScriptEnabled(false)) {
            browser.setRefreshHandler((page, url, seconds) -> {});
            JenkinsRule.WebClient known = user.isEmpty() ? browser : browser.withBasicCredentials(user);
            String[] parameters = {"value", value, "kind", "", "method", "", "server", "", "credentialsId", ""};
            for (int i = 2; i < parameters.length; i += 2) {
                parameters[i + 1] = parameters[i].equals(field) ? content : "";
            }
            return Pages.post(known, new URL(jenkins.getURL(), path.replaceFirst("^/", "")), parameters);
        }
    }
}
