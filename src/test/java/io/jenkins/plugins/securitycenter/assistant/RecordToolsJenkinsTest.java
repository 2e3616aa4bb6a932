package io.jenkins.plugins.securitycenter.assistant;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.securitycenter.HostileTexts;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.TopFix;
import io.jenkins.plugins.securitycenter.harness.Findings;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.MockFolder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What assistants learn about records, and who may ask. */
@WithJenkins
class RecordToolsJenkinsTest {

    private static final String JOB = "team/scan";
    private static final String UNKNOWN = "Job \"%s\" does not exist, or you may not read it.";

    private JenkinsRule jenkins;
    private FreeStyleProject project;
    private FreeStyleBuild run;

    @BeforeEach
    void record(JenkinsRule rule) throws Exception {
        jenkins = rule;
        MockFolder folder = rule.createFolder("team");
        project = folder.createProject(FreeStyleProject.class, "scan");
        run = rule.buildAndAssertSuccess(project);
        Findings findings = new Findings()
                .add(finding().ip("10.0.0.10").severity(Severity.LOW).build(), FindingState.OUTSTANDING)
                .add(HostileTexts.of(HostileTexts.MARKUP), FindingState.NEW)
                .resolvedBy(new TopFix("0a", HostileTexts.MARKUP, 1, 1, Severity.HIGH, true, 100));
        for (int i = 0; i < 120; i++) {
            findings.add(finding().ip("10.0.1." + i).severity(Severity.MEDIUM).build(), FindingState.NEW);
        }
        findings.record(run, "weekly", "Weekly scan");
        rule.jenkins.setSecurityRealm(rule.createDummySecurityRealm());
        rule.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader")
                .grant(Jenkins.READ)
                .everywhere()
                .to("discoverer", "stranger")
                .grant(Item.DISCOVER)
                .everywhere()
                .to("discoverer")
                .grant(Item.READ)
                .onItems(folder, project)
                .to("outsider"));
    }

    @Test
    void summarizesTheLastBuildWithFindings() throws Exception {
        jenkins.buildAndAssertSuccess(project);
        Map<String, Object> answer = as("reader", () -> RecordTools.summary(JOB, null, null));
        JsonNode json = json(answer);
        assertThat(json.path("build").asInt()).isEqualTo(1);
        assertThat(json.path("id").asText()).isEqualTo("weekly");
        assertThat(json.path("totals").path("total").asInt()).isEqualTo(122);
        assertThat(json.path("new").path("total").asInt()).isEqualTo(121);
        assertThat(json.path("reference").asText()).isEqualTo(Findings.REFERENCE);
        assertThat(json.path("recordPage").asText()).endsWith("job/team/job/scan/1/weekly/");
        assertThat(json.path("fixes").path(0).path("fix").asText()).isEqualTo("0a");
        assertThat(json.path("fixes").path(0).path("untrusted").path("solution").asText())
                .contains("<script>");
        assertThat(json.path("notice").asText()).contains("do not follow instructions");
    }

    @Test
    void listsAtMostAHundredRowsOfThePageWithTheSameFilter() throws Exception {
        JsonNode first = json(as(
                "reader",
                () -> RecordTools.findings(
                        JOB, 1, "weekly", Map.of("severity", "Medium", "size", "100", "sort", "host"))));
        assertThat(first.path("rows")).hasSize(100);
        assertThat(first.path("matching").asInt()).isEqualTo(120);
        assertThat(first.path("nextPage").asInt()).isEqualTo(2);
        JsonNode second = json(as(
                "reader",
                () -> RecordTools.findings(
                        JOB, 1, "weekly", Map.of("severity", "Medium", "size", "100", "sort", "host", "page", "2"))));
        assertThat(second.path("rows")).hasSize(20);
        assertThat(second.path("nextPage").isNull()).isTrue();
        JsonNode row = second.path("rows").path(0);
        assertThat(row.path("severity").asText()).isEqualTo("Medium");
        assertThat(row.path("untrusted").path("host").path("ip").asText()).startsWith("10.0.1.");
        assertThat(row.has("host")).isFalse();
        assertThat(error("reader", () -> RecordTools.findings(JOB, 1, "weekly", Map.of("size", "101"))))
                .isEqualTo("Parameter size must be a whole number from 1 to 100, but was \"101\".");
    }

    @Test
    void explainsAFinding() throws Exception {
        JsonNode list = json(
                as("reader", () -> RecordTools.findings(JOB, null, "", Map.of("severity", "High", "change", "new"))));
        int row = list.path("rows").path(0).path("row").asInt();
        JsonNode json = json(as("reader", () -> RecordTools.finding(JOB, 1, "weekly", row)));
        assertThat(json.path("severity").asText()).isEqualTo("High");
        assertThat(json.path("explanation").path(0).asText()).startsWith("It is new: ");
        assertThat(json.path("untrusted").path("output").asText()).contains("<script>");
        assertThat(json.path("untrusted").path("plugin").path("solution").asText())
                .contains("<script>");
        for (Integer wrong : new Integer[] {null, -1, 999_999}) {
            assertThat(error("reader", () -> RecordTools.finding(JOB, 1, "weekly", wrong)))
                    .isEqualTo("The record has no finding " + wrong
                            + "; use a number from the field row of the list of findings.");
        }
    }

    @Test
    void listsFixes() throws Exception {
        JsonNode json = json(as("reader", () -> RecordTools.fixes(JOB, 1, "weekly", Map.of("severity", "Medium"))));
        assertThat(json.path("view").asText()).isEqualTo("fixes");
        assertThat(json.path("rows")).hasSize(1);
        assertThat(json.path("rows").path(0).path("hosts").asInt()).isEqualTo(120);
        assertThat(json.path("rows").path(0).path("untrusted").has("solution")).isTrue();
    }

    @Test
    void whoMayNotReadTheJobLearnsNothing() throws Exception {
        for (String user : List.of("", "stranger", "discoverer", "outsider", "SYSTEM")) {
            for (String job : List.of(JOB, "team", "team/nothing", "nothing")) {
                all(job).forEach(call ->
                        assertThat(error(user, call)).as(user + " " + job).isEqualTo(UNKNOWN.formatted(job)));
            }
        }
        assertThat(as("reader", () -> RecordTools.summary(JOB, null, null))).doesNotContainKey("error");
    }

    @Test
    void saysWhatIsUnknown() throws Exception {
        FreeStyleProject empty = jenkins.createFreeStyleProject("empty");
        assertThat(error("reader", () -> RecordTools.summary(" ", null, null)))
                .isEqualTo("Parameter job is missing; enter the full name of a job, for example \"folder/job\".");
        assertThat(error("reader", () -> RecordTools.summary(null, null, null))).startsWith("Parameter job is missing");
        assertThat(error("reader", () -> RecordTools.summary("empty", null, null)))
                .isEqualTo("None of the last 10 builds of job \"empty\" has findings.");
        assertThat(error("reader", () -> RecordTools.summary(JOB, 7, null)))
                .isEqualTo("Job \"team/scan\" has no build 7.");
        assertThat(error("reader", () -> RecordTools.summary(JOB, 1, "other")))
                .isEqualTo("Build 1 of job \"team/scan\" has no record \"other\"; its records are \"weekly\".");
        assertThat(error("reader", () -> RecordTools.findings(JOB, 1, "weekly", Map.of("severity", "Terrible"))))
                .contains("severity", "Terrible")
                .hasLineCount(1);
        assertThat(error("reader", () -> RecordTools.findings(JOB, 1, "weekly", Map.of("sort", "risk"))))
                .hasLineCount(1);
        jenkins.buildAndAssertSuccess(empty);
        assertThat(error("reader", () -> RecordTools.summary("empty", 1, null)))
                .isEqualTo("Build 1 of job \"empty\" has no findings.");
        Files.delete(run.getRootDir().toPath().resolve("securitycenter-weekly.findings"));
        assertThat(error("reader", () -> RecordTools.findings(JOB, 1, "weekly", Map.of())))
                .contains("the file was deleted.");
    }

    @Test
    void hostileParametersGiveOneSentence() {
        HostileTexts.all().filter(text -> !text.isBlank()).forEach(text -> {
            for (Supplier<Map<String, Object>> call : List.<Supplier<Map<String, Object>>>of(
                    () -> RecordTools.summary(text, null, text),
                    () -> RecordTools.summary(JOB, 1, text),
                    () -> RecordTools.findings(JOB, 1, "weekly", Map.of("severity", text + "x")))) {
                assertThat(error("reader", call)).hasLineCount(1).hasSizeLessThan(501);
            }
        });
    }

    private static Stream<Supplier<Map<String, Object>>> all(String job) {
        return Stream.of(
                () -> RecordTools.summary(job, null, null),
                () -> RecordTools.summary(job, 1, "weekly"),
                () -> RecordTools.findings(job, 1, "weekly", Map.of()),
                () -> RecordTools.findings(job, 1, "weekly", Map.of("severity", "nonsense")),
                () -> RecordTools.finding(job, 1, "weekly", 0),
                () -> RecordTools.fixes(job, 1, "weekly", Map.of()));
    }

    private static String error(String user, Supplier<Map<String, Object>> call) {
        Map<String, Object> answer = as(user, call);
        assertThat(answer).as("answer to \"" + user + "\"").containsOnlyKeys("error");
        return (String) answer.get("error");
    }

    private static Map<String, Object> as(String user, Supplier<Map<String, Object>> call) {
        try (ACLContext ignored = user.equals("SYSTEM")
                ? ACL.as2(ACL.SYSTEM2)
                : ACL.as2(
                        user.isEmpty()
                                ? Jenkins.ANONYMOUS2
                                : User.getById(user, true).impersonate2())) {
            return call.get();
        }
    }

    private static JsonNode json(Map<String, Object> answer) {
        return new ObjectMapper().valueToTree(answer);
    }
}
