package io.jenkins.plugins.securitycenter.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.model.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pipelines in the documents are Groovy, and their steps accept every parameter. */
class PipelinesTest {

    /** Steps of Jenkins and of other plugins, parts of declarative pipelines and of Job DSL, and functions of Groovy. */
    private static final Set<String> KNOWN = Set.of(
            "archiveArtifacts",
            "checkout",
            "emailext",
            "echo",
            "error",
            "junit",
            "node",
            "readFile",
            "recordIssues",
            "sarif",
            "sh",
            "job",
            "publishers",
            "steps");

    private static final Set<String> DECLARATIVE = Set.of(
            "pipeline",
            "agent",
            "cron",
            "options",
            "parameters",
            "script",
            "stage",
            "stages",
            "steps",
            "string",
            "triggers",
            "when",
            "disableConcurrentBuilds",
            "expression");

    private static final Declared DECLARED = Declared.read();

    static List<Page.Block> blocks() {
        return Page.blocks("groovy");
    }

    @Test
    void allStepsAreKnown() {
        assertThat(DECLARED.steps().keySet()).isNotEmpty().allMatch(Steps::isStep);
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void stepsAcceptTheirParameters(Page.Block block) throws Exception {
        Script script = script(block);
        for (Script.Call call : script.calls()) {
            Steps.check(call);
        }
        Set<String> unknown = new TreeSet<>(script.others());
        Snippets.LIBRARY
                .matcher(Page.of(block.page()).text())
                .results()
                .forEach(match -> unknown.remove(match.group(1)));
        unknown.removeAll(KNOWN);
        if (script.others().contains("pipeline")) {
            unknown.removeAll(DECLARATIVE);
        }
        assertThat(unknown)
                .as("functions that neither Jenkins nor the pipeline has")
                .isEmpty();
    }

    /** As the tests in Jenkins run them. */
    @Test
    void everyBlockCanBeMadeAPipeline() {
        assertThat(Snippets.pipelines()).hasSizeGreaterThan(20).allSatisfy(block -> {
            Script script = Script.parse(Snippets.runnable(block));
            assertThat(script.calls()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void keysOfResultsExist(Page.Block block) {
        Set<String> known = DECLARED.keys();
        for (Severity severity : Severity.values()) {
            known.add(severity.label().toLowerCase(Locale.ROOT));
        }
        assertThat(known).containsAll(script(block).keys());
    }

    /** Steps and parameters within sentences, such as {@code allowEmpty: true}. */
    @ParameterizedTest
    @MethodSource("pages")
    void partsInSentencesExist(Page page) throws Exception {
        for (String code : page.codes()) {
            if (code.matches("(securityCenter[A-Z]\\w+|withSecurityCenter)( \\w+:|\\().*")) {
                check(code);
            } else if (code.matches("[a-z]\\w+: .+") && !code.startsWith("unclassified: ")) {
                assertThat(DECLARED.parameters()).contains(code.substring(0, code.indexOf(':')));
            }
        }
    }

    static Stream<Page> pages() {
        return Page.all().stream();
    }

    @Test
    void mistakesAreFound() {
        assertThatThrownBy(() -> check("securityCenterScan scn: 'Weekly'")).hasMessageContaining("no parameter scn");
        assertThatThrownBy(() -> check("def x = securityCenterScan scan: 'Weekly', kind: 'aktive'"))
                .hasMessageContaining("aktive");
        assertThatThrownBy(() ->
                        check("node { securityCenterRecord gates: [[threshold: 1, severity: 'Hihg', type: 'new']] }"))
                .hasMessageContaining("Hihg");
        assertThatThrownBy(() -> check("job('x') { steps { securityCenterScan { task { scn('Weekly') } } } }"))
                .hasMessageContaining("no parameter scn");
        assertThatThrownBy(() -> check("pipeline { stages { steps { securityCenterScan onDemand: [name: 'x'] } } }"))
                .hasMessageContaining("Declarative requires");
        assertThat(Script.parse("def s = securityCenterScan 'x'\nfor (f in s.fixs) { echo f.nam; echo s.response.any }")
                        .keys())
                .containsExactly("fixs", "nam", "response");
    }

    private static void check(String text) throws Exception {
        Steps.check(Script.parse(text).calls().get(0));
    }

    /** The block; one that shows only a parameter of the record is completed. */
    private static Script script(Page.Block block) {
        return Script.parse(Snippets.complete(block.text()));
    }
}
