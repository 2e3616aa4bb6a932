package io.jenkins.plugins.securitycenter.config;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.XmlFile;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.securitycenter.harness.Pages;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.htmlunit.WebResponse;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What the form, the file and the code of the servers keep and refuse. */
@WithJenkins
class ServersJenkinsTest {

    private static final String BAD_URL =
            "URL \"ftp://sc\" does not start with https:// or http://; enter an address such as"
                    + " https://sc.example.com.";

    @TempDir
    private Path folder;

    private JenkinsRule jenkins;

    @BeforeEach
    void keep(JenkinsRule rule) {
        jenkins = rule;
    }

    @Test
    void theFormKeepsEveryField() throws Exception {
        configuration().setServers(List.of(full(), new Server("plain", "http://plain.example.com")));
        jenkins.configRoundtrip();
        assertFull(configuration().getServers());
    }

    @Test
    void theStoredFileKeepsEveryField() {
        configuration().setServers(List.of(full(), new Server("plain", "http://plain.example.com")));
        assertFull(new SecurityCenterConfiguration().getServers());
    }

    @Test
    void aStoredMistakeIsLoadedSoThatItCanBeMended() throws Exception {
        configuration().setServers(List.of(full()));
        XmlFile file = new XmlFile(
                new File(jenkins.jenkins.getRootDir(), SecurityCenterConfiguration.class.getName() + ".xml"));
        Files.writeString(file.getFile().toPath(), file.asString().replace("https://sc.example.com", "ftp://sc"));
        assertThat(new SecurityCenterConfiguration().getServers())
                .singleElement()
                .satisfies(server -> assertThat(server.getUrl()).isEqualTo("ftp://sc"));
    }

    @Test
    void whatIsExportedCanBeImportedTwice() throws Exception {
        configuration().setServers(List.of(full(), new Server("plain", "http://plain.example.com")));
        String exported = exported();
        configuration().setServers(List.of());
        for (int times = 0; times < 2; times++) {
            apply(exported.substring(exported.indexOf("unclassified:")));
            assertFull(configuration().getServers());
        }
        assertThat(exported()).isEqualTo(exported);
    }

    @Test
    void aFormWithAMistakeChangesNothing() throws Exception {
        configuration().setServers(List.of(full()));
        try (JenkinsRule.WebClient browser = jenkins.createWebClient()) {
            browser.setThrowExceptionOnFailingStatusCode(false);
            HtmlForm form = browser.goTo("configure").getFormByName("config");
            form.getInputByValue("https://sc.example.com").setValue("ftp://sc");
            HtmlPage refused = jenkins.submit(form);
            assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(400);
            assertThat(refused.asNormalizedText())
                    .contains("Server \"full\": " + BAD_URL)
                    .doesNotContain("\tat ");
        }
        assertFull(List.of(configuration().getServers().get(0), new Server("plain", "http://plain.example.com")));
        assertThat(check("Url", "ftp://sc")).contains("class=\"error\"").contains(Pages.escaped(BAD_URL));
    }

    @Test
    void everyFieldIsCheckedWhileTyping() throws Exception {
        assertThat(check("Name", " ")).contains("Name is empty;");
        assertThat(check("Url", "http://sc.example.com"))
                .contains("class=\"warning\"")
                .contains("unencrypted");
        assertThat(check("TrustedCertificates", "x")).contains("Trusted certificates cannot be read (line 1: ");
        assertThat(check("ConnectTimeout", "0")).contains("Connect timeout &quot;0&quot; is not allowed;");
        assertThat(check("RequestTimeout", "x")).contains("Request timeout &quot;x&quot; is not allowed;");
        assertThat(check("PollInterval", "3601")).contains("Poll interval &quot;3601&quot; is not allowed;");
    }

    private static SecurityCenterConfiguration configuration() {
        return SecurityCenterConfiguration.get();
    }

    private static Server full() {
        Server server = new Server("full", "https://sc.example.com");
        server.setCredentialsId("ci");
        server.setTrustedCertificates(PEM);
        server.setConnectTimeout(11);
        server.setRequestTimeout(61);
        server.setSessionLimit("releaseOldest");
        server.setPollInterval(31);
        server.setEpssScale("fraction");
        return server;
    }

    private static void assertFull(List<Server> servers) {
        assertThat(servers)
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(full(), new Server("plain", "http://plain.example.com"));
    }

    private String check(String field, String value) throws Exception {
        WebResponse answer =
                Pages.post(jenkins, "descriptorByName/" + Server.class.getName() + "/check" + field, "value", value);
        return answer.getContentAsString();
    }

    private void apply(String yaml) throws Exception {
        Path file = Files.writeString(folder.resolve("jenkins.yaml"), yaml);
        ConfigurationAsCode.get().configure(file.toString());
    }

    private static String exported() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ConfigurationAsCode.get().export(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static final String PEM;

    static {
        try (Simulator https = Simulator.start(SimulatorOptions.defaults().withHttps(true))) {
            PEM = https.certificatePem().replace("\r", "").trim();
        }
    }
}
