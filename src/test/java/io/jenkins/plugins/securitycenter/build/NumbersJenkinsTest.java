package io.jenkins.plugins.securitycenter.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.FreeStyleProject;
import hudson.model.Result;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.config.Server;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.Pages;
import io.jenkins.plugins.securitycenter.step.GateRule;
import io.jenkins.plugins.securitycenter.step.ImportStep;
import io.jenkins.plugins.securitycenter.step.RecordStep;
import io.jenkins.plugins.securitycenter.step.ReportStep;
import io.jenkins.plugins.securitycenter.step.ScanStep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A wrong number is told in the same sentence while typing, when saving, in a script and in a file. */
@WithJenkins
class NumbersJenkinsTest {

    private static final String HUGE = "9".repeat(30);
    private static final String SCORE = "use a number from 0 (no minimum) to 10, such as 7.5.";
    private static final String MINUTES = "use a whole number of minutes from 0 (no limit) to 1000000.";
    private static final String SECONDS = "use a whole number of seconds from 1 to 3600.";
    private static final List<Field> FIELDS = List.of(
            new Field(
                    GateRule.class,
                    "threshold",
                    "use the number of findings that violates the gate, a whole number from 1 to 1000000000.",
                    "securityCenterRecord gates: [[threshold: -1, severity: 'High', type: 'new']]"),
            new Field(GateRule.class, "minimumCvss", SCORE, gate("minimumCvss")),
            new Field(GateRule.class, "minimumVpr", SCORE, gate("minimumVpr")),
            new Field(ScanStep.class, "timeout", MINUTES, "securityCenterScan scan: '1', timeout: -1"),
            new Field(ReportStep.class, "timeout", MINUTES, "securityCenterReport report: '1', timeout: -1"),
            new Field(
                    ImportStep.class,
                    "timeout",
                    MINUTES,
                    "securityCenterImport file: 'a.nessus', repository: '1', timeout: -1"));

    private record Field(Class<?> type, String name, String need, String script) {

        List<String> wrong() {
            return List.of("abc", "-1", need.equals(SCORE) ? "11" : HUGE);
        }

        String sentence(String value) {
            return name + " \"" + value + "\" is not allowed; " + need;
        }
    }

    @TempDir
    private Path folder;

    private JenkinsRule jenkins;

    @BeforeEach
    void configure(JenkinsRule rule) {
        jenkins = rule;
        SecurityCenterConfiguration.get().setServers(List.of(new Server("prod", "https://sc.example.com")));
    }

    @Test
    void whileTyping() throws Exception {
        for (Field field : FIELDS) {
            for (String value : field.wrong()) {
                assertThat(check(field.type(), field.name(), value))
                        .contains("class=\"error\"")
                        .contains(Pages.escaped(field.sentence(value)));
            }
        }
        for (String name : List.of("connectTimeout", "requestTimeout", "pollInterval")) {
            assertThat(check(Server.class, name, "abc")).contains(Pages.escaped(" \"abc\" is not allowed; " + SECONDS));
            assertThat(check(Server.class, name, "")).contains(" is empty; " + SECONDS);
        }
        assertThat(check(GateRule.class, "threshold", "")).contains("threshold is empty; ");
        assertThat(check(GateRule.class, "minimumCvss", "")).doesNotContain("error");
    }

    @Test
    void inAScript() throws Exception {
        for (Field field : FIELDS) {
            Builds.assertOnlySentence(
                    jenkins.buildAndAssertStatus(Result.FAILURE, Builds.pipeline(jenkins, field.script())),
                    field.sentence("-1"));
        }
    }

    @Test
    void whenAJobIsSaved() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new ScanBuilder(new ScanStep("1")));
        RecordStep record = new RecordStep();
        record.setGates(List.of(new GateRule(1, "High", "new")));
        job.getPublishersList().add(new RecordPublisher(record));
        for (Field field : FIELDS.subList(0, 4)) {
            for (String value : field.wrong()) {
                assertThat(refused(configure(job), field.name(), value)).contains(field.sentence(value));
            }
        }
        assertThat(refused(configure(job), "threshold", "")).contains("threshold \"0\" is not allowed; ");

        for (String score : List.of("7.5", "")) {
            submit(configure(job), "minimumVpr", score);
            assertThat(gate(job).getMinimumVpr()).isEqualTo(score.isEmpty() ? 0 : 7.5);
        }
    }

    @Test
    void whenTheServersAreSaved() throws Exception {
        for (String value : List.of("abc", HUGE)) {
            assertThat(refused(jenkins.createWebClient().goTo("configure"), "pollInterval", value))
                    .contains("Poll interval \"" + value + "\" is not allowed; " + SECONDS);
        }
        for (String value : List.of("0", "-1", "3601")) {
            assertThat(refused(jenkins.createWebClient().goTo("configure"), "pollInterval", value))
                    .contains(inServer(value));
        }
        assertThat(SecurityCenterConfiguration.get().server("prod").getPollInterval())
                .isEqualTo(30);
    }

    @Test
    void inAFile() throws Exception {
        for (String value : List.of("-1", "0", "3601")) {
            Path file = Files.writeString(folder.resolve("jenkins.yaml"), """
                    unclassified:
                      securityCenter:
                        servers:
                          - name: "prod"
                            url: "https://sc.example.com"
                            pollInterval: %s
                    """.formatted(value));
            assertThatThrownBy(() -> ConfigurationAsCode.get().configure(file.toString()))
                    .hasStackTraceContaining(inServer(value));
        }
    }

    private HtmlPage configure(FreeStyleProject job) throws Exception {
        return jenkins.createWebClient().getPage(job, "configure");
    }

    private static GateRule gate(FreeStyleProject job) {
        return job.getPublishersList()
                .get(RecordPublisher.class)
                .getTask()
                .getGates()
                .get(0);
    }

    /** The answer to a form that cannot be saved, with one field changed in a way that browsers do not allow. */
    private String refused(HtmlPage page, String field, String value) throws Exception {
        page.getWebClient().getOptions().setThrowExceptionOnFailingStatusCode(false);
        HtmlPage answer = submit(page, field, value);
        assertThat(answer.getWebResponse().getStatusCode()).as(field + value).isEqualTo(400);
        assertThat(answer.asNormalizedText())
                .doesNotContain("Oops")
                .doesNotContain("Detail")
                .doesNotContain("\tat ");
        return answer.asNormalizedText();
    }

    private HtmlPage submit(HtmlPage page, String field, String value) throws Exception {
        HtmlForm form = page.getFormByName("config");
        form.getInputByName("_." + field).setAttribute("type", "text");
        form.getInputByName("_." + field).setValue(value);
        return jenkins.submit(form);
    }

    private String check(Class<?> type, String field, String value) throws Exception {
        return Pages.post(
                        jenkins,
                        "descriptorByName/" + type.getName() + "/check"
                                + field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1),
                        "value",
                        value)
                .getContentAsString();
    }

    private static String inServer(String value) {
        return "Server \"prod\": Poll interval \"" + value + "\" is not allowed; " + SECONDS;
    }

    private static String gate(String field) {
        return "securityCenterRecord gates: [[threshold: 1, severity: 'High', type: 'new', " + field + ": -1]]";
    }
}
