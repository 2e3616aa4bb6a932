package io.jenkins.plugins.securitycenter.findings;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.model.Plugin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginCacheTest {

    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path directory;

    private final List<FileSection> sections = new ArrayList<>();

    @Test
    void readsPluginsAgainThatItCouldNotKeep() throws IOException {
        Path file = directory.resolve("plugins");
        write(file, plugin("1", 3 * MEGABYTE), plugin("2", 9 * MEGABYTE), plugin("3", 3 * MEGABYTE));
        try (SectionReader reader = new SectionReader(file)) {
            PluginCache texts = new PluginCache(reader, sections, FindingCodec.FORMAT);
            for (int number : new int[] {0, 1, 2, 1, 0, 0, 2}) {
                assertThat(texts.plugin(number, "").id()).isEqualTo(Integer.toString(number + 1));
            }
            assertThat(texts.plugin(1, "")).isEqualTo(plugin("2", 9 * MEGABYTE));
        }
    }

    @Test
    void keepsWhatIsAskedForAgain() throws IOException {
        Path file = directory.resolve("plugins");
        write(file, plugin("1", 10), plugin("2", 10));
        try (SectionReader reader = new SectionReader(file)) {
            PluginCache texts = new PluginCache(reader, sections, FindingCodec.FORMAT);

            assertThat(texts.plugin(0, "")).isSameAs(texts.plugin(0, ""));
        }
    }

    @Test
    void numbersEachPluginOnceAndAnotherTextAnew() throws IOException {
        try (SectionWriter writer = new SectionWriter(directory.resolve("plugins"))) {
            PluginIndex numbers = new PluginIndex(writer, sections);

            assertThat(numbers.number(plugin("1", 5))).isZero();
            assertThat(numbers.number(plugin("2", 5))).isEqualTo(1);
            assertThat(numbers.number(plugin("1", 5))).isZero();
            assertThat(numbers.number(plugin("1", 6))).isEqualTo(2);
            assertThat(sections).hasSize(3);
        }
    }

    private void write(Path file, Plugin... plugins) throws IOException {
        try (SectionWriter writer = new SectionWriter(file)) {
            PluginIndex numbers = new PluginIndex(writer, sections);
            for (Plugin plugin : plugins) {
                numbers.number(plugin);
            }
        }
    }

    private static Plugin plugin(String id, int length) {
        return new Plugin(
                id,
                "Name",
                "Family",
                "",
                "x".repeat(length),
                "",
                List.of(),
                List.of(),
                Plugin.CheckType.REMOTE,
                List.of(),
                Optional.empty());
    }
}
