package io.jenkins.plugins.securitycenter.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.securitycenter.Pom;
import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import io.jenkins.plugins.securitycenter.suppression.SuppressionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every block of the documents is tested: those that show no pipeline, no YAML and no command are tested here. */
class BlocksTest {

    private static final String REMOTE_API =
            "src/test/resources/io/jenkins/plugins/securitycenter/contract/remote-api.txt";

    @Test
    void everyBlockIsTested() {
        List<Page.Block> rest = new ArrayList<>();
        Page.all().forEach(page -> rest.addAll(page.blocks()));
        Stream.of(PipelinesTest.blocks(), YamlTest.blocks(), CommandsTest.blocks())
                .forEach(rest::removeAll);
        assertThat(rest)
                .as("blocks without a test; see this class")
                .extracting(Page.Block::page)
                .containsExactlyInAnyOrder(
                        // compared with the code by ArchitectureTest and RunTransitionsTableTest
                        "docs/architecture.md",
                        "docs/architecture.md",
                        // written into the workspace by DocumentationJenkinsTest
                        "docs/examples/assets.md",
                        // tested below
                        "docs/findings-format.md",
                        "docs/results.md",
                        // of Jenkins' artifact managers
                        "docs/scale.md",
                        // run by the profile scale
                        "docs/scale.md",
                        "docs/scale.md",
                        "docs/scale.md",
                        "docs/scale.md",
                        "docs/scale.md",
                        "docs/scale.md",
                        // tested below
                        "docs/suppressions.md");
    }

    @Test
    void rowsHaveTheFieldsOfTheRemoteApi() throws IOException {
        Set<String> shown = new TreeSet<>();
        collect("", new ObjectMapper().readTree(Snippets.first("docs/results.md", "json")), shown);
        List<String> lines = Files.readAllLines(Pom.repository().resolve(REMOTE_API));
        List<String> fields =
                lines.subList(lines.indexOf("rows?view=findings") + 1, lines.indexOf("rows?view=hosts")).stream()
                        .map(line -> line.strip().replaceFirst(":.*", ""))
                        .toList();
        assertThat(shown).isNotEmpty().isSubsetOf(fields);
    }

    private static void collect(String path, JsonNode value, Set<String> paths) {
        if (value.isObject()) {
            value.properties()
                    .forEach(field -> collect(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), paths));
        } else if (value.isArray()) {
            value.forEach(one -> collect(path + "[]", one, paths));
        } else {
            paths.add(path);
        }
    }

    @Test
    void findingsAreStoredInThatFile() {
        Path build = Path.of("JENKINS_HOME/jobs/<job>/builds/<number>");
        assertThat(StoredFindings.file(build, "id"))
                .isEqualTo(Path.of(Snippets.first("docs/findings-format.md", "text")
                        .strip()
                        .replace("<id>", "id")));
    }

    /** The file on that page with another date has that message. */
    @Test
    void suppressionFilesFailWithThatMessage() {
        String message = Snippets.first("docs/suppressions.md", "text").strip();
        String name = message.replaceFirst("(?s).*?\"(.*?)\".*", "$1");
        String date = message.replaceFirst("(?s).*until \"(.*?)\".*", "$1");
        String file = Snippets.first("docs/suppressions.md", "yaml").replaceFirst("until: \\S+", "until: " + date);
        assertThatThrownBy(() -> SuppressionFile.parse(name, file.getBytes(UTF_8)))
                .hasMessage(message);
    }
}
