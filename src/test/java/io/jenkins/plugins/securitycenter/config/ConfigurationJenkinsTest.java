package io.jenkins.plugins.securitycenter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.casc.ConfiguratorException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jenkins.model.Jenkins;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.Stapler;

@WithJenkins
class ConfigurationJenkinsTest {

    private static final String YAML = """
            unclassified:
              securityCenter:
                servers:
                  - name: "production"
                    url: "https://sc.example.com"
                    credentialsId: "keys"
                    connectTimeout: 5
                    requestTimeout: 120
                    pollInterval: 45
                    sessionLimit: "releaseOldest"
                    epssScale: "percent"
                  - name: "test"
                    url: "https://test.example.com"
                maximumSuppressionDays: 90
                suppressibleSeverity: "high"
            """;

    @TempDir
    private Path directory;

    @Test
    void readsYamlTwiceWithoutDuplicates(JenkinsRule jenkins) throws Exception {
        read(YAML);
        read(YAML);

        List<Server> servers = SecurityCenterConfiguration.get().getServers();
        assertThat(servers).extracting(Server::getName).containsExactly("production", "test");
        Server production = servers.get(0);
        assertThat(production.getUrl()).isEqualTo("https://sc.example.com");
        assertThat(production.getCredentialsId()).isEqualTo("keys");
        assertThat(production.getConnectTimeout()).isEqualTo(5);
        assertThat(production.getRequestTimeout()).isEqualTo(120);
        assertThat(production.getPollInterval()).isEqualTo(45);
        assertThat(production.getSessionLimit()).isEqualTo("releaseOldest");
        assertThat(production.getEpssScale()).isEqualTo("percent");
        assertThat(servers.get(1).getEpssScale()).isEqualTo("auto");
        assertLimits(90, "High");
    }

    @Test
    void exportsWhatItReads(JenkinsRule jenkins) throws Exception {
        read(YAML);
        ByteArrayOutputStream exported = new ByteArrayOutputStream();
        ConfigurationAsCode.get().export(exported);
        assertThat(exported.toString(StandardCharsets.UTF_8))
                .contains("securityCenter:")
                .contains("url: \"https://sc.example.com\"")
                .contains("epssScale: \"percent\"")
                .contains("sessionLimit: \"releaseOldest\"")
                .contains("maximumSuppressionDays: 90")
                .contains("suppressibleSeverity: \"High\"");
    }

    @Test
    void refusesWrongYamlAndKeepsWhatItHas(JenkinsRule jenkins) throws Exception {
        read(YAML);
        assertThatThrownBy(() -> read(YAML.replace("https://sc.example.com", "sc.example.com")))
                .isInstanceOf(ConfiguratorException.class)
                .hasStackTraceContaining(
                        "Server \"production\": URL \"sc.example.com\" does not start with https:// or http://");
        assertThat(SecurityCenterConfiguration.get().server("").getUrl()).isEqualTo("https://sc.example.com");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maximumSuppressionDays: 90 | maximumSuppressionDays: 0"
                        + " | maximumSuppressionDays \"0\" is not allowed; use a number of days from 1 to 3650.",
                "suppressibleSeverity: \"high\" | suppressibleSeverity: \"hihg\""
                        + " | Unknown suppressibleSeverity \"hihg\". Use Critical, High, Medium, Low, Info or None."
            })
    void refusesWrongLimitsAndKeepsWhatItHas(String good, String bad, String sentence, JenkinsRule jenkins)
            throws Exception {
        read(YAML);
        assertThatThrownBy(() -> read(YAML.replace(good, bad)))
                .isInstanceOf(ConfiguratorException.class)
                .hasStackTraceContaining(sentence);
        assertLimits(90, "High");
        assertThat(new SecurityCenterConfiguration().getServers()).hasSize(2);
    }

    @Test
    void refusesWrongLimitsInTheFormAndChangesNothing(JenkinsRule jenkins) throws Exception {
        read(YAML);
        try (JenkinsRule.WebClient browser = jenkins.createWebClient()) {
            browser.setThrowExceptionOnFailingStatusCode(false);
            HtmlForm form = browser.goTo("configure").getFormByName("config");
            form.getInputByValue("production").setValue("renamed");
            form.getInputByName("_.maximumSuppressionDays").setValue("3651");
            HtmlPage refused = jenkins.submit(form);
            assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(400);
            assertThat(refused.asNormalizedText())
                    .contains("maximumSuppressionDays \"3651\" is not allowed; use a number of days from 1 to 3650.")
                    .doesNotContain("\tat ");
        }
        assertLimits(90, "High");
        assertThat(SecurityCenterConfiguration.get().getServers())
                .extracting(Server::getName)
                .containsExactly("production", "test");
    }

    @Test
    void keepsServersInTheForm(JenkinsRule jenkins) throws Exception {
        read(YAML);
        List<Server> before = SecurityCenterConfiguration.get().getServers();
        jenkins.configRoundtrip();
        List<Server> after = SecurityCenterConfiguration.get().getServers();
        assertThat(after).hasSize(2);
        for (int i = 0; i < 2; i++) {
            jenkins.assertEqualDataBoundBeans(before.get(i), after.get(i));
        }
        assertLimits(90, "High");
    }

    @Test
    void storesAPlainFile(JenkinsRule jenkins) throws Exception {
        read(YAML);
        assertThat(Files.readString(jenkins.jenkins
                        .getRootDir()
                        .toPath()
                        .resolve(SecurityCenterConfiguration.class.getName() + ".xml")))
                .contains("<name>production</name>")
                .doesNotContain("CollSer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<maximumSuppressionDays>90< | <maximumSuppressionDays>x< | SecurityCenterConfiguration/maximumSuppressionDays\"",
                "<maximumSuppressionDays>90< | <maximumSuppressionDays class='string'>90< | \"maximumSuppressionDays\"",
                "<suppressibleSeverity> | <suppressibleSeverity x='y'> | \"x\"",
                "suppressibleSeverity> | supressibleSeverity> | \"supressibleSeverity\"",
                "</servers> | </servers><maximum | the file is damaged"
            })
    void refusesWhatJenkinsCouldNotRead(String good, String bad, String name, JenkinsRule jenkins) throws Exception {
        SecurityCenterConfiguration read = stored(good, bad);

        for (ThrowingCallable use : List.<ThrowingCallable>of(read::suppressionPolicy, () -> read.server("test"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(use)
                    .withMessageStartingWith("The stored configuration of SecurityCenter is not understood: ")
                    .withMessageContaining(name)
                    .withMessageEndingWith(
                            "; ask an administrator to check it in Manage Jenkins > System and to save it.");
        }
    }

    /** A form with a server that is refused changes nothing, so the file is still not understood. */
    @Test
    void refusesItUntilTheFormIsSaved(JenkinsRule jenkins) throws Exception {
        SecurityCenterConfiguration read = stored("<maximumSuppressionDays>90<", "<maximumSuppressionDays>x<");
        JSONObject form = new JSONObject();
        form.put("servers", JSONArray.fromObject("[{\"name\": \"x\", \"url\": \"ftp://y\"}]"));

        assertThatThrownBy(() -> save(read, form, jenkins)).hasMessageContaining("ftp://y");
        assertThat(read.getProblem()).contains("maximumSuppressionDays");

        form.put("servers", JSONArray.fromObject("[{\"name\": \"x\", \"url\": \"https://y\"}]"));
        save(read, form, jenkins);
        assertThat(read.getProblem()).isNull();
        assertThat(new SecurityCenterConfiguration().getProblem()).isNull();
    }

    private static void save(SecurityCenterConfiguration configuration, JSONObject form, JenkinsRule jenkins)
            throws Exception {
        try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
            client.executeOnServer(() -> configuration.configure(Stapler.getCurrentRequest2(), form));
        }
    }

    @Test
    void correctsOneOfTwoWrongLimits(JenkinsRule jenkins) throws Exception {
        SecurityCenterConfiguration read = stored("<suppressibleSeverity>High<", "<suppressibleSeverity>Crit<");

        read.setMaximumSuppressionDays(30);
        assertThatIllegalArgumentException().isThrownBy(read::suppressionPolicy);

        read.setSuppressibleSeverity("Low");
        assertThat(read.suppressionPolicy().maximumDays()).isEqualTo(30);
    }

    @Test
    void refusesWrongServersOfScripts(JenkinsRule jenkins) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SecurityCenterConfiguration.get().setServers(List.of(new Server("x", "ftp://y"))))
                .withMessage("Server \"x\": URL \"ftp://y\" does not start with https:// or http://;"
                        + " enter an address such as https://sc.example.com.");
        assertThat(SecurityCenterConfiguration.get().getServers()).isEmpty();
    }

    private static void assertLimits(int days, String severity) {
        for (SecurityCenterConfiguration each :
                List.of(SecurityCenterConfiguration.get(), new SecurityCenterConfiguration())) {
            assertThat(each.getMaximumSuppressionDays()).isEqualTo(days);
            assertThat(each.getSuppressibleSeverity()).isEqualTo(severity);
        }
    }

    /** Returns what Jenkins reads from the stored file after such a change. */
    private SecurityCenterConfiguration stored(String good, String bad) throws Exception {
        read(YAML);
        Path file = Jenkins.get().getRootDir().toPath().resolve(SecurityCenterConfiguration.class.getName() + ".xml");
        String content = Files.readString(file);
        assertThat(content).contains(good);
        Files.writeString(file, content.replace(good, bad));
        return new SecurityCenterConfiguration();
    }

    private void read(String yaml) throws Exception {
        Path file = Files.writeString(directory.resolve("jenkins.yaml"), yaml);
        ConfigurationAsCode.get().configure(file.toString());
    }
}
