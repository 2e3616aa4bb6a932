package io.jenkins.plugins.securitycenter.result;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.model.FreeStyleBuild;
import hudson.model.Item;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.harness.Findings;
import io.jenkins.plugins.securitycenter.harness.Pages;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.WebResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What programs get of a record: rows and counts as JSON, and downloads. */
@WithJenkins
class FindingsDataJenkinsTest {

    private static final List<String> READING = List.of(
            "",
            "?view=hosts",
            "finding/0/",
            "rows",
            "rows?view=plugins",
            "export?format=sarif",
            "export?format=junit",
            "export?format=csv",
            "export?format=jsonl",
            "export?format=defectdojo",
            "api/json");

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
                .add(finding().ip("10.0.0.3").build(), FindingState.FIXED)
                .record(run, "weekly", "Weekly scan");
    }

    @Test
    void givesTheRowsOfAPageAsJson() throws Exception {
        WebResponse answer = get("", "rows?sort=host&size=1&page=2");
        JsonNode json = new ObjectMapper().readTree(answer.getContentAsString());

        assertThat(answer.getContentType()).isEqualTo("application/json");
        assertThat(answer.getResponseHeaderValue("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(json.path("matching").asInt()).isEqualTo(2);
        assertThat(json.path("rows")).hasSize(1);
        assertThat(json.path("rows").path(0).path("host").path("ip").asText()).isEqualTo("10.0.0.10");
        assertThat(get("", "rows?view=hosts").getContentAsString()).contains("\"totals\":{\"critical\":1,");
    }

    @Test
    void saysInJsonWhatIsWrong() throws Exception {
        WebResponse wrong = get("", "rows?size=0");
        assertThat(wrong.getStatusCode()).isEqualTo(400);
        assertThat(new ObjectMapper()
                        .readTree(wrong.getContentAsString())
                        .path("error")
                        .asText())
                .isEqualTo("Parameter size must be a whole number from 1 to 1000, but was \"0\".");

        Files.delete(record.file());
        assertThat(get("", "rows").getStatusCode()).isEqualTo(404);
        assertThat(get("", "rows").getContentAsString()).contains("the file was deleted.");
    }

    @Test
    void givesCountsByTheRemoteApi() throws Exception {
        assertThat(get("", "api/json?tree=totals[critical,total],new[total],fixed[total],notScanned[total]")
                        .getContentAsString())
                .isEqualTo("{\"_class\":\"io.jenkins.plugins.securitycenter.result.FindingsAction\","
                        + "\"fixed\":{\"total\":1},\"new\":{\"total\":1},\"notScanned\":{\"total\":0},"
                        + "\"totals\":{\"critical\":1,\"total\":2}}");
    }

    @Test
    void givesNoCountsOfWhatWasNotCompared() throws Exception {
        new Findings()
                .add(finding().build(), FindingState.UNKNOWN)
                .from(new RecordOrigin("production", "77", "", ""))
                .record(run, "first", "First scan");
        assertThat(get("", "../first/api/json?tree=compared,new[total],outstanding[total],totals[total]")
                        .getContentAsString())
                .isEqualTo("{\"_class\":\"io.jenkins.plugins.securitycenter.result.FindingsAction\","
                        + "\"compared\":false,\"new\":null,\"outstanding\":null,\"totals\":{\"total\":1}}");
    }

    @Test
    void downloadsCurrentFindingsInEveryFormat() throws Exception {
        assertDownload("sarif", "weekly-1.sarif", "application/sarif+json", "\"version\":\"2.1.0\"");
        assertDownload("junit", "weekly-1.xml", "application/xml", "<testsuites");
        assertDownload("csv", "weekly-1.csv", "text/csv", "10.0.0.9");
        assertDownload("jsonl", "weekly-1.jsonl", "application/x-ndjson", "\"ip\":\"10.0.0.9\"");
        assertDownload("defectdojo", "weekly-1.json", "application/json", "\"unique_id_from_tool\"");
    }

    @Test
    void downloadsWithTheOptionsOfTheStep() throws Exception {
        assertThat(get("", "export?format=csv&csvColumns=ip,severity").getContentAsString())
                .startsWith("\"ip\",\"severity\"\r\n");
        assertThat(get("", "export?format=sarif&sarifLimit=1").getContentAsString())
                .containsOnlyOnce("\"ruleIndex\"");
        assertThat(get("", "export?format=sarif&change=fixed").getContentAsString())
                .doesNotContain("\"ruleIndex\"");
        assertThat(get("", "export?format=sarif&change=fixed&sarifAll=true").getContentAsString())
                .contains("\"absent\"");
        assertSentence(
                400,
                "export?format=sarif&sarifLimit=x",
                "exports.sarifLimit \"x\" is not allowed; use a whole number from 1 to 25,000.");
        assertSentence(400, "export?format=sarif&sarifAll=yes", "Unknown sarifAll \"yes\". Use true or false.");
    }

    @Test
    void downloadsSuitesOfHostsOrPlugins() throws Exception {
        assertThat(get("", "export?format=junit").getContentAsString()).contains("<testsuite name=\"10.0.0.9\"");
        assertThat(get("", "export?format=junit&suites=Plugin").getContentAsString())
                .contains("<testsuite name=\"HTTP Server Type (10107)\"");
        assertSentence(400, "export?format=junit&suites=port", "Unknown suites \"port\". Use host or plugin.");
    }

    @Test
    void downloadsWhatTheFilterLetsThrough() throws Exception {
        assertThat(get("", "export?format=jsonl&change=fixed")
                        .getContentAsString()
                        .lines())
                .singleElement()
                .asString()
                .contains("\"ip\":\"10.0.0.3\"");
        assertThat(get("", "export?format=jsonl&host=nowhere").getContentAsString())
                .isEmpty();
    }

    @Test
    void saysWhyThereIsNoDownload() throws Exception {
        assertSentence(
                400,
                "export?format=pdf",
                "Unknown export format \"pdf\". Use html, sarif, junit, csv, jsonl or defectdojo.");
        assertSentence(
                400,
                "export?format=csv&port=x",
                "Parameter port must be a whole number from 0 to 65535, but was \"x\".");
        Files.delete(record.file());
        assertSentence(404, "export?format=csv", "are missing; the file was deleted.");
    }

    @Test
    void downloadsNoMoreThanTheControllerCanTake() throws Exception {
        for (int running = 0; running < DownloadResponse.MOST; running++) {
            assertThat(DownloadResponse.LIMIT.begin()).isTrue();
        }
        WebResponse refused = get("", "export?format=junit");
        for (int running = 0; running < DownloadResponse.MOST; running++) {
            DownloadResponse.LIMIT.end();
        }
        assertThat(refused.getStatusCode()).isEqualTo(503);
        assertThat(refused.getResponseHeaderValue("Retry-After")).isEqualTo("10");
        assertThat(refused.getContentAsString()).startsWith("4 downloads of findings are running in Jenkins,");
        for (int download = 0; download <= DownloadResponse.MOST; download++) {
            assertThat(get("", "export?format=csv").getStatusCode()).isEqualTo(200);
        }
    }

    @Test
    void onlyReadsAndOnlyByGet() throws Exception {
        for (String path : List.of("rows", "export?format=csv")) {
            try (JenkinsRule.WebClient browser = jenkins.createWebClient()) {
                assertThat(Pages.post(browser, url(path)).getStatusCode())
                        .as(path)
                        .isIn(404, 405);
            }
        }
    }

    @Test
    void isForThoseWhoMayReadTheJob() throws Exception {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ)
                .everywhere()
                .to("stranger", "reader")
                .grant(Item.READ)
                .everywhere()
                .to("reader"));
        for (String path : READING) {
            assertThat(get("stranger", path).getStatusCode())
                    .as("stranger, " + path)
                    .isEqualTo(404);
            assertThat(get("reader", path).getStatusCode())
                    .as("reader, " + path)
                    .isEqualTo(200);
        }
    }

    private void assertDownload(String format, String file, String type, String content) throws IOException {
        WebResponse answer = get("", "export?format=" + format);
        assertThat(answer.getContentType()).isEqualTo(type);
        assertThat(answer.getResponseHeaderValue("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + file + "\"");
        assertThat(answer.getResponseHeaderValue("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getContentAsString()).contains(content).doesNotContain("10.0.0.3");
    }

    private void assertSentence(int status, String path, String sentence) throws IOException {
        WebResponse answer = get("", path);
        assertThat(answer.getStatusCode()).isEqualTo(status);
        assertThat(answer.getContentAsString()).contains(sentence).doesNotContain("Exception");
    }

    private WebResponse get(String user, String path) throws IOException {
        JenkinsRule.WebClient browser =
                jenkins.createWebClient().withJavaScriptEnabled(false).withThrowExceptionOnFailingStatusCode(false);
        if (!user.isEmpty()) {
            browser.withBasicCredentials(user);
        }
        return browser.getPage(url(path)).getWebResponse();
    }

    private URL url(String path) throws IOException {
        return new URL(jenkins.getURL(), run.getUrl() + "weekly/" + path);
    }
}
