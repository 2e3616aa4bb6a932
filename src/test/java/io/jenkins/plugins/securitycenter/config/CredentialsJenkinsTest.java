package io.jenkins.plugins.securitycenter.config;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.hudson.plugins.folder.properties.FolderCredentialsProvider;
import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCertificateCredentials;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.domains.DomainCredentials;
import com.cloudbees.plugins.credentials.domains.HostnameSpecification;
import hudson.model.Fingerprint;
import hudson.model.FreeStyleProject;
import hudson.model.ItemGroup;
import hudson.model.Result;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.securitycenter.build.RequestBuilder;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.ConnectedJenkins;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.step.RequestStep;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;

/** Which credentials a job may use, and the plugin's own kind of them. */
class CredentialsJenkinsTest extends ConnectedJenkins {

    private static final String REFUSED = "Credentials \"%s\" do not exist or cannot be used here for server"
            + " \"simulator\"; check their ID, scope, folder and domain.";
    private static final KeyStore.PasswordProtection PASSWORD =
            new KeyStore.PasswordProtection("changeit".toCharArray());
    private static final String REQUEST = "securityCenterRequest path: '/currentUser', credentialsId: '%s'";

    @Test
    void theFormKeepsKeysWithoutShowingThem() throws Exception {
        Setup.add(Setup.keys("keys", CredentialsScope.GLOBAL));
        try (JenkinsRule.WebClient browser = jenkins.createWebClient()) {
            HtmlPage page = browser.goTo("credentials/store/system/domain/_/credential/keys/update");
            assertThat(page.getWebResponse().getContentAsString())
                    .doesNotContain(Simulator.ACCESS_KEY)
                    .doesNotContain(Simulator.SECRET_KEY);
            HtmlForm form = page.getFormByName("update");
            form.getInputByName("_.description").setValue("of the team");
            jenkins.submit(form);
        }
        ApiKeyCredentials kept = keys();
        assertThat(kept.getDescription()).isEqualTo("of the team");
        assertThat(kept.getAccessKey().getPlainText()).isEqualTo(Simulator.ACCESS_KEY);
        assertThat(kept.getSecretKey().getPlainText()).isEqualTo(Simulator.SECRET_KEY);
    }

    @Test
    void codeConfiguresKeys(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("jenkins.yaml"), """
                credentials:
                  system:
                    domainCredentials:
                    - credentials:
                      - securityCenterApiKeys:
                          scope: GLOBAL
                          id: "keys"
                          accessKey: "%s"
                          secretKey: "%s"
                """.formatted(Simulator.ACCESS_KEY, Simulator.SECRET_KEY));
        ConfigurationAsCode.get().configure(file.toString());
        ConfigurationAsCode.get().configure(file.toString());
        assertThat(SystemCredentialsProvider.getInstance().getCredentials()).hasSize(1);
        assertThat(keys().getAccessKey().getPlainText()).isEqualTo(Simulator.ACCESS_KEY);
        succeeds("keys");
    }

    @Test
    void codeConfiguresACertificateFromAFile(@TempDir Path folder) throws Exception {
        Path store = folder.resolve("client.p12");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setEntry("client", new KeyStore.SecretKeyEntry(new SecretKeySpec(new byte[16], "AES")), PASSWORD);
        try (OutputStream out = Files.newOutputStream(store)) {
            keys.store(out, PASSWORD.getPassword());
        }
        Path file = Files.writeString(folder.resolve("jenkins.yaml"), """
                credentials:
                  system:
                    domainCredentials:
                    - credentials:
                      - certificate:
                          scope: GLOBAL
                          id: "certificate"
                          password: "changeit"
                          keyStoreSource:
                            uploaded:
                              uploadedKeystore: "${readFileBase64:%s}"
                """.formatted(store));
        ConfigurationAsCode.get().configure(file.toString());
        assertThat(SystemCredentialsProvider.getInstance().getCredentials())
                .singleElement(as(type(StandardCertificateCredentials.class)))
                .extracting(StandardCertificateCredentials::getKeyStore)
                .satisfies(read -> assertThat(read.containsAlias("client")).isTrue());
    }

    @Test
    void exportedKeysAreSecretAndCanBeImported(@TempDir Path folder) throws Exception {
        Setup.add(Setup.keys("keys", CredentialsScope.GLOBAL));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ConfigurationAsCode.get().export(out);
        String exported = out.toString(StandardCharsets.UTF_8);
        assertThat(exported)
                .contains("securityCenterApiKeys:")
                .doesNotContain(Simulator.ACCESS_KEY)
                .doesNotContain(Simulator.SECRET_KEY);
        SystemCredentialsProvider.getInstance().getCredentials().clear();
        Matcher credentials = Pattern.compile("(?ms)^credentials:.*?(?=^\\S)").matcher(exported);
        assertThat(credentials.find()).isTrue();
        Path file = Files.writeString(folder.resolve("jenkins.yaml"), credentials.group());
        ConfigurationAsCode.get().configure(file.toString());
        assertThat(SystemCredentialsProvider.getInstance().getCredentials()).hasSize(2);
        assertThat(keys().getAccessKey().getPlainText()).isEqualTo(Simulator.ACCESS_KEY);
        assertThat(keys().getSecretKey().getPlainText()).isEqualTo(Simulator.SECRET_KEY);
    }

    @Test
    void credentialsOfAFolderAreForItsJobsOnly() throws Exception {
        Folder folder = jenkins.createProject(Folder.class, "team");
        store(folder).addCredentials(Domain.global(), Setup.keys("of-team", CredentialsScope.GLOBAL));
        WorkflowJob inside = folder.createProject(WorkflowJob.class, "inside");
        jenkins.buildAndAssertSuccess(Builds.define(inside, REQUEST.formatted("of-team")));
        int before = simulator.requests().size();
        Folder other = jenkins.createProject(Folder.class, "other");
        refuses(other.createProject(WorkflowJob.class, "job"), "of-team");
        refuses(jenkins.createProject(WorkflowJob.class, "outside"), "of-team");
        assertThat(simulator.requests()).hasSize(before);
    }

    @Test
    void credentialsOfAFolderReachItsFoldersAndKeepTheirDomain() throws Exception {
        Folder folder = jenkins.createProject(Folder.class, "team");
        store(folder).addDomain(domain("here", "127.0.0.1"), credentials("here"));
        store(folder).addDomain(domain("there", "*.example.com"), credentials("there"));
        Folder inner = folder.createProject(Folder.class, "inner");
        jenkins.buildAndAssertSuccess(
                Builds.define(inner.createProject(WorkflowJob.class, "good"), REQUEST.formatted("here")));
        refuses(inner.createProject(WorkflowJob.class, "bad"), "there");
    }

    @Test
    void credentialsOfAnotherHostAreRefused() throws Exception {
        SystemCredentialsProvider provider = SystemCredentialsProvider.getInstance();
        provider.setDomainCredentialsMap(DomainCredentials.asMap(List.of(
                new DomainCredentials(
                        Domain.global(), List.of(Setup.password(Setup.CREDENTIALS, CredentialsScope.GLOBAL))),
                new DomainCredentials(domain("here", "127.0.0.1"), credentials("here")),
                new DomainCredentials(domain("there", "*.example.com"), credentials("there")))));
        succeeds("here");
        refuses(jenkins.createProject(WorkflowJob.class), "there");
    }

    @Test
    void credentialsOfTheSystemAreRefusedToJobs() throws Exception {
        Setup.add(Setup.password("system", CredentialsScope.SYSTEM));
        refuses(jenkins.createProject(WorkflowJob.class), "system");
        FreeStyleProject job = jenkins.createFreeStyleProject();
        RequestStep step = new RequestStep("/currentUser");
        step.setCredentialsId("system");
        job.getBuildersList().add(new RequestBuilder(step));
        Builds.assertOnlySentence(jenkins.buildAndAssertStatus(Result.FAILURE, job), REFUSED.formatted("system"));
        WorkflowRun block = run(Result.FAILURE, "withSecurityCenter(credentialsId: 'system') { }");
        Builds.assertOnlySentence(block, REFUSED.formatted("system"));
        assertThat(simulator.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "securityCenterRequest path: '/currentUser'",
                "securityCenterScan scan: '1'",
                "securityCenterRecord query: [source: 'cumulative'], allowEmpty: true",
                "withSecurityCenter { }"
            })
    void theirUseIsTracked(String script) throws Exception {
        WorkflowRun run = run(Result.SUCCESS, script);
        Credentials used =
                SystemCredentialsProvider.getInstance().getCredentials().get(0);
        Fingerprint fingerprint = CredentialsProvider.getFingerprintOf(used);
        assertThat(fingerprint).isNotNull();
        assertThat(fingerprint.getRangeSet(run.getParent()).includes(run.getNumber()))
                .isTrue();
    }

    private void succeeds(String id) throws Exception {
        jenkins.buildAndAssertSuccess(Builds.pipeline(jenkins, REQUEST.formatted(id)));
    }

    private void refuses(WorkflowJob job, String id) throws Exception {
        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, Builds.define(job, REQUEST.formatted(id)));
        Builds.assertOnlySentence(run, REFUSED.formatted(id));
    }

    private static Domain domain(String name, String host) {
        return new Domain(name, "", List.of(new HostnameSpecification(host, "")));
    }

    private static List<Credentials> credentials(String id) {
        return List.of(Setup.keys(id, CredentialsScope.GLOBAL));
    }

    private static CredentialsStore store(ItemGroup<?> folder) {
        for (CredentialsStore store : CredentialsProvider.lookupStores(folder)) {
            if (store.getProvider() instanceof FolderCredentialsProvider && store.getContext() == folder) {
                return store;
            }
        }
        throw new AssertionError("no store in " + folder);
    }

    private static ApiKeyCredentials keys() {
        return SystemCredentialsProvider.getInstance().getCredentials().stream()
                .filter(ApiKeyCredentials.class::isInstance)
                .map(ApiKeyCredentials.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
