package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.config.Server;
import io.jenkins.plugins.securitycenter.harness.Pages;
import io.jenkins.plugins.securitycenter.harness.Setup;
import java.util.List;
import net.sf.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The snippet generator, with what its form sends. */
@WithJenkins
class SnippetJenkinsTest {

    private JenkinsRule jenkins;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Setup.add(Setup.keys("keys", CredentialsScope.GLOBAL));
        SecurityCenterConfiguration.get()
                .setServers(List.of(
                        new Server("first", "https://one.example.com"),
                        new Server("second", "https://two.example.com")));
    }

    @Test
    void anUntouchedFormIsAShortSnippet() throws Exception {
        assertThat(snippet(ScanStep.class, scan())).isEqualTo("securityCenterScan 'Weekly'");
        assertThat(snippet(RequestStep.class, request())).isEqualTo("securityCenterRequest '/scan'");
        assertThat(snippet(RecordStep.class, connection())).isEqualTo("securityCenterRecord()");
        assertThat(snippet(SessionStep.class, connection())).startsWith("withSecurityCenter {");
    }

    @Test
    void anEmptyFormIsACommentIfItCannotRun() throws Exception {
        JSONObject scan = scan();
        scan.put("scan", " ");
        assertComment(ScanStep.class, scan, "scan");
        JSONObject request = request();
        request.put("path", "");
        assertComment(RequestStep.class, request, "path");
        JSONObject asset = connection();
        List.of("name", "addresses", "hostNames", "file", "description").forEach(field -> asset.put(field, ""));
        assertComment(AssetStep.class, asset, "name");
        JSONObject imported = connection();
        List.of("file", "repository").forEach(field -> imported.put(field, ""));
        imported.put("timeout", "0");
        assertComment(ImportStep.class, imported, "file");
        JSONObject report = connection();
        List.of("report", "outputFile").forEach(field -> report.put(field, ""));
        report.put("timeout", "0");
        report.put("onAbort", "leave");
        assertComment(ReportStep.class, report, "report");
    }

    private void assertComment(Class<?> step, JSONObject form, String field) throws Exception {
        assertThat(snippet(step, form))
                .startsWith("// ")
                .containsIgnoringCase(field)
                .doesNotContain("\n", "\tat ");
    }

    @Test
    void whatIsChosenIsInTheSnippet() throws Exception {
        JSONObject scan = scan();
        scan.put("waitFor", "running");
        scan.put("timeout", "90");
        scan.put("server", "second");
        scan.put("credentialsId", "keys");
        assertThat(snippet(ScanStep.class, scan))
                .isEqualTo("securityCenterScan credentialsId: 'keys', scan: 'Weekly', server: 'second', timeout: 90,"
                        + " waitFor: 'running'");
        JSONObject request = request();
        request.put("method", "POST");
        request.put("body", "{\"name\": \"x\"}");
        request.put("failOnError", false);
        assertThat(snippet(RequestStep.class, request))
                .isEqualTo("securityCenterRequest body: '{\"name\": \"x\"}', failOnError: false, method: 'POST',"
                        + " path: '/scan'");
    }

    private static JSONObject connection() {
        JSONObject form = new JSONObject();
        form.put("server", "");
        form.put("credentialsId", "");
        return form;
    }

    private static JSONObject scan() {
        JSONObject form = connection();
        form.put("scan", "Weekly");
        form.put("waitFor", "imported");
        form.put("timeout", "0");
        form.put("onAbort", "stop");
        form.put("onPartial", "unstable");
        return form;
    }

    private static JSONObject request() {
        JSONObject form = connection();
        form.put("method", "GET");
        form.put("path", "/scan");
        for (String field : List.of("query", "body", "uploadFile", "outputFile")) {
            form.put(field, "");
        }
        form.put("failOnError", true);
        return form;
    }

    private String snippet(Class<?> step, JSONObject form) throws Exception {
        form.put("stapler-class", step.getName());
        form.put("$class", step.getName());
        return Pages.post(jenkins, "pipeline-syntax/generateSnippet", "json", form.toString())
                .getContentAsString();
    }
}
