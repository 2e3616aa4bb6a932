package io.jenkins.plugins.securitycenter.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.model.Plugin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PluginPartsTest {

    private final List<String> encoded = new ArrayList<>();
    private final PluginParts parts = new PluginParts(this::encode, 8);

    private byte[][] encode(Plugin plugin) {
        encoded.add(plugin.id());
        return new byte[][] {plugin.id().getBytes(StandardCharsets.US_ASCII), {}};
    }

    @Test
    void encodesAPluginOnce() throws IOException {
        Plugin plugin = Plugin.ofId("1234");

        assertThat(parts.of(plugin)).isSameAs(parts.of(plugin));
        assertThat(parts.of(plugin)[0]).asString().isEqualTo("1234");
        assertThat(encoded).containsExactly("1234");
    }

    @Test
    void tellsPluginsWithTheSameIdApart() throws IOException {
        parts.of(Plugin.ofId("1234"));
        parts.of(Plugin.ofId("1234"));

        assertThat(encoded).containsExactly("1234", "1234");
    }

    @Test
    void keepsALimitedNumberOfBytes() throws IOException {
        Plugin first = Plugin.ofId("1111");
        Plugin second = Plugin.ofId("2222");
        parts.of(first);
        parts.of(second);
        parts.of(first);
        assertThat(encoded).containsExactly("1111", "2222");

        parts.of(Plugin.ofId("3333"));
        assertThat(parts.of(first)[0]).asString().isEqualTo("1111");
        assertThat(encoded).containsExactly("1111", "2222", "3333", "1111");
    }
}
