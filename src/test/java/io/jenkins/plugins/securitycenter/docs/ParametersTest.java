package io.jenkins.plugins.securitycenter.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.Pom;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every parameter and every key of a result is documented, and every documented one exists. */
class ParametersTest {

    private static final Declared DECLARED = Declared.read();
    private static final Page PIPELINE = Page.of("docs/pipeline.md");
    private static final Page FINDINGS = Page.of("docs/findings.md");
    private static final String INTEGRATIONS =
            "src/test/resources/io/jenkins/plugins/securitycenter/contract/integration-names.txt";

    private static final String FILTERS =
            "src/main/java/io/jenkins/plugins/securitycenter/client/analysis/FilterName.java";
    private static final Pattern FILTER = Pattern.compile("(?m)^    [A-Z]+\\(\\s*\"(\\w+)\"");

    static Collection<String> steps() {
        return DECLARED.steps().keySet();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void parametersOfSteps(String step) {
        Set<String> declared = new TreeSet<>(DECLARED.steps().get(step).names());
        if (!step.equals("withSecurityCenter")) {
            assertThat(declared).containsAll(Declared.COMMON);
            declared.removeAll(Declared.COMMON);
        }
        assertThat(PIPELINE.table(step, "Parameter").names(0)).isEqualTo(declared);
    }

    @Test
    void parametersOfEveryStep() {
        String before = PIPELINE.text().substring(0, PIPELINE.text().indexOf("\n## "));
        assertThat(Page.code(before)).containsAll(Declared.COMMON);
    }

    @ParameterizedTest
    @CsvSource({
        "securityCenterScan,   onDemand,    docs/pipeline.md, A scan created for the build, Key",
        "securityCenterScan,   verify,      docs/pipeline.md, Verifying fixes,              Key",
        "securityCenterRecord, gates,       docs/findings.md, Gates,                        Parameter",
        "securityCenterRecord, scanQuality, docs/findings.md, Quality of the scan,          Parameter"
    })
    void parametersOfObjects(String step, String parameter, String page, String heading, String column) {
        assertThat(Page.of(page).table(heading, column).names(0))
                .isEqualTo(DECLARED.steps().get(step).at(parameter).names());
    }

    /** The objects that only the row of their parameter describes. */
    @ParameterizedTest
    @CsvSource({"query", "exports", "scanQuality"})
    void parametersOfObjectsInTheirRow(String parameter) {
        String meaning = PIPELINE.table("securityCenterRecord", "Parameter")
                .row(parameter)
                .get(1);
        assertThat(Page.code(meaning))
                .containsAll(DECLARED.steps()
                        .get("securityCenterRecord")
                        .at(parameter)
                        .names());
    }

    @Test
    void gatesOnThePageOfTheSteps() {
        String section = PIPELINE.text().substring(PIPELINE.text().indexOf("A gate has a `threshold`"));
        assertThat(Page.code(section.substring(0, section.indexOf("\n\n"))))
                .containsAll(
                        DECLARED.steps().get("securityCenterRecord").at("gates").names());
    }

    @Test
    void formatsOfExports() {
        Set<String> formats = new TreeSet<>(
                DECLARED.steps().get("securityCenterRecord").at("exports").names());
        formats.removeIf(name -> name.matches("(sarif|csv|jsonl|junit)[A-Z]\\w+"));
        assertThat(FINDINGS.table("Exports for other plugins", "Format").names(0))
                .isEqualTo(formats);
    }

    @Test
    void attributesOfTheConfiguration() {
        Declared.Name configuration = DECLARED.symbols().get("securityCenter");
        Page page = Page.of("docs/configuration.md");
        assertThat(page.table("Servers", "Field").names(0))
                .isEqualTo(configuration.at("servers").names());
        Set<String> limits = new TreeSet<>(configuration.names());
        limits.remove("servers");
        assertThat(Page.of("docs/suppressions.md")
                        .table("What a suppression cannot do", "Field")
                        .names(0))
                .isEqualTo(limits);
        assertThat(page.codes()).containsAll(limits);
        assertThat(Page.code(page.table("Credentials as code", "Symbol")
                        .row("securityCenterApiKeys")
                        .get(1)))
                .containsExactlyInAnyOrderElementsOf(
                        DECLARED.symbols().get("securityCenterApiKeys").names());
    }

    @Test
    void symbolsOfFreestyleJobs() {
        Set<String> withTask = DECLARED.symbols().entrySet().stream()
                .filter(symbol -> symbol.getValue().names().contains("task"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(Page.of("docs/freestyle.md").table("Freestyle jobs", "Where").names(3))
                .isEqualTo(withTask);
    }

    @Test
    void everySymbolIsNamed() {
        Set<String> codes = new TreeSet<>();
        Page.all().forEach(page -> {
            codes.addAll(page.codes());
            page.blocks()
                    .forEach(block -> codes.addAll(Arrays.asList(block.text().split("\\W+"))));
        });
        assertThat(codes).containsAll(DECLARED.symbols().keySet()).containsAll(DECLARED.variables());
    }

    @ParameterizedTest
    @CsvSource({"securityCenterScan,   scanId", "Verifying fixes,      stillThere", "securityCenterRecord, verdict"})
    void keysOfResults(String heading, String key) {
        Set<String> documented = PIPELINE.tables().stream()
                .filter(table ->
                        table.heading().equals(heading) && table.header().get(1).isEmpty())
                .findFirst()
                .orElseThrow()
                .names(0);
        assertThat(DECLARED.keys()).containsAll(documented);
        assertThat(documented).containsAll(DECLARED.keys(key));
    }

    /** Also those of lists in results, of steps without a table, and of assistants. */
    @Test
    void everyKeyOfAResultIsNamed() {
        Set<String> named = new TreeSet<>(PIPELINE.codes());
        named.addAll(Page.of("docs/assistants.md").codes());
        assertThat(named).containsAll(DECLARED.keys());
    }

    @Test
    void filtersOfQueries() throws IOException {
        String constants = Files.readString(Pom.repository().resolve(FILTERS));
        assertThat(FINDINGS.table("Which findings", "Filter").names(0))
                .isEqualTo(FILTER.matcher(constants)
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void metrics() throws IOException {
        assertThat(Page.of("docs/administration.md").table("Metrics", "Metric").names(0))
                .isEqualTo(integrations("metric (\\S+)").collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void toolsOfAssistants() throws IOException {
        Page page = Page.of("docs/assistants.md");
        assertThat(page.table("Assistants", "Tool").names(0))
                .containsExactlyInAnyOrderElementsOf(
                        integrations("tool (\\w+).*").toList());
        assertThat(page.codes())
                .containsAll(integrations("tool \\w+\\((.*)\\)")
                        .flatMap(parameters -> Stream.of(parameters.split(", ")))
                        .toList());
    }

    private static Stream<String> integrations(String pattern) throws IOException {
        List<String> lines = Files.readAllLines(Pom.repository().resolve(INTEGRATIONS));
        return lines.stream().filter(line -> line.matches(pattern)).map(line -> line.replaceAll(pattern, "$1"));
    }
}
