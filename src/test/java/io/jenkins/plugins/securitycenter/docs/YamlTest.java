package io.jenkins.plugins.securitycenter.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.suppression.SuppressionFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The YAML in the documents is configuration as code or a suppression file, with attributes that exist. */
class YamlTest {

    /** Where Configuration as Code looks for what the plugin configures. */
    private static final Set<String> ROOTS = Set.of("unclassified", "credentials", "jenkins");

    private static final Declared DECLARED = Declared.read();

    static List<Page.Block> blocks() {
        return Page.blocks("yaml");
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void attributesExist(Page.Block block) {
        check(block.text());
    }

    @Test
    void mistakesAreFound() {
        assertThatThrownBy(() -> check("unclassified:\n  securityCenter:\n    server: x\n"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> check("unclassified:\n  securityCenter:\n    servers:\n      - nam: x\n"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> check("unclassified:\n  securityCentre:\n    servers: []\n"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> check("ignore:\n  - plugin: 1\n")).hasMessageContaining("until");
    }

    private static void check(String text) {
        Map<String, Object> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        if (root.containsKey("ignore")) {
            assertThat(SuppressionFile.parse("ignore.yaml", text.getBytes(UTF_8))
                            .rules())
                    .isNotEmpty();
        } else {
            assertThat(ROOTS).containsAll(root.keySet());
            assertThat(symbolsIn(root)).as("symbols of the plugin").isPositive();
        }
    }

    /** Checks the attributes of the symbols of the plugin, and counts these. */
    private static int symbolsIn(Object value) {
        int found = 0;
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                Declared.Name symbol = DECLARED.symbols().get(entry.getKey().toString());
                if (symbol == null) {
                    found += symbolsIn(entry.getValue());
                } else {
                    attributes(symbol, entry.getValue());
                    found++;
                }
            }
        } else if (value instanceof List<?> list) {
            for (Object element : list) {
                found += symbolsIn(element);
            }
        }
        return found;
    }

    private static void attributes(Declared.Name name, Object value) {
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                assertThat(name.names()).contains(entry.getKey().toString());
                attributes(name.at(entry.getKey().toString()), entry.getValue());
            }
        } else if (value instanceof List<?> list) {
            list.forEach(element -> attributes(name, element));
        }
    }
}
