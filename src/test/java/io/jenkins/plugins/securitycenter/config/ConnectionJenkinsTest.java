package io.jenkins.plugins.securitycenter.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import io.jenkins.plugins.securitycenter.harness.ConnectedJenkins;
import io.jenkins.plugins.securitycenter.harness.Pages;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The button "Test connection". */
class ConnectionJenkinsTest extends ConnectedJenkins {

    @BeforeEach
    void addAccounts() throws Exception {
        Setup.add(new UsernamePasswordCredentialsImpl(
                CredentialsScope.GLOBAL, "admin", "", Simulator.ADMIN, Simulator.ADMIN_PASSWORD));
        Setup.add(new UsernamePasswordCredentialsImpl(
                CredentialsScope.GLOBAL, "wrong", "", Simulator.USER, "a wrong password"));
    }

    @Test
    void aGoodAccountIsTold() throws Exception {
        assertThat(test(simulator.url(), "ci", ""))
                .contains("class=\"ok\"")
                .contains("Connected to SecurityCenter 6.7")
                .contains(" as user ci (role: Security Manager, organization: ")
                .contains("license: Valid).");
    }

    @Test
    void anAdministratorIsWarned() throws Exception {
        assertThat(test(simulator.url(), "admin", ""))
                .contains("class=\"warning\"")
                .contains("This account is an administrator and can neither launch scans nor read findings;");
    }

    @Test
    void aWrongPasswordIsTriedOnce() throws Exception {
        assertThat(test(simulator.url(), "wrong", ""))
                .contains("class=\"error\"")
                .contains("Invalid login credentials.")
                .doesNotContain("a wrong password")
                .doesNotContain("\tat ");
        assertThat(simulator.controls().failedLogins(Simulator.USER)).isEqualTo(1);
    }

    @Test
    void anUntrustedCertificateIsRefusedUntilItIsPasted() throws Exception {
        try (Simulator https = Simulator.start(SimulatorOptions.defaults().withHttps(true))) {
            assertThat(test(https.url(), "ci", "")).contains("class=\"error\"").contains("certificate");
            assertThat(https.requests()).isEmpty();
            assertThat(test(https.url(), "ci", https.certificatePem())).contains("class=\"ok\"");
            assertThat(https.openSessions()).isZero();
        }
    }

    @Test
    void anUnknownHostAndMissingCredentialsAreOneSentence() throws Exception {
        assertThat(test("https://sc.invalid", "ci", ""))
                .contains("class=\"error\"")
                .contains("sc.invalid");
        assertThat(test(simulator.url(), "", "")).contains("Server &quot;tried&quot; has no credentials;");
        assertThat(test("ftp://sc", "ci", "")).contains("does not start with https:// or http://;");
    }

    @Test
    void credentialsThatJobsMayNotUseAreRefused() throws Exception {
        Setup.add(Setup.password("system", CredentialsScope.SYSTEM));
        assertThat(test(simulator.url(), "system", ""))
                .contains("class=\"error\"")
                .contains("Credentials &quot;system&quot; do not exist or cannot be used here");
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void nothingTheServerSaysBecomesMarkup() throws Exception {
        simulator.faults().on("POST", "/token").error(403, 1, "<img src=x onerror=alert(1)>");
        assertThat(test(simulator.url(), "ci", "")).contains("&lt;img src=x").doesNotContain("<img src=x");
    }

    @Test
    void theTestChangesNothing() throws Exception {
        List<Server> before = SecurityCenterConfiguration.get().getServers();
        test(simulator.url(), "admin", "");
        assertThat(SecurityCenterConfiguration.get().getServers()).isEqualTo(before);
        assertThat(new SecurityCenterConfiguration().getServers())
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(before);
    }

    private String test(String url, String credentialsId, String certificates) throws Exception {
        return Pages.post(
                        jenkins,
                        "descriptorByName/" + Server.class.getName() + "/testConnection",
                        "name",
                        "tried",
                        "url",
                        url,
                        "credentialsId",
                        credentialsId,
                        "trustedCertificates",
                        certificates,
                        "sessionLimit",
                        "fail")
                .getContentAsString();
    }
}
