package io.jenkins.plugins.securitycenter.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginTest {

    @ParameterizedTest
    @CsvSource({
        "'CISA-KNOWN-EXPLOITED:2024/06/03', true, 2024-06-03",
        "'CISA-KNOWN-EXPLOITED:2024-6-3', true, 2024-06-03",
        "'cisa-known-exploited:2024/06/03', true, 2024-06-03",
        "'CWE:200,CISA-KNOWN-EXPLOITED:2024/06/03,CISA-KNOWN-EXPLOITED:2024/05/03', true, 2024-05-03",
        "'CISA-KNOWN-EXPLOITED:2024/02/30', true, ",
        "'CISA-KNOWN-EXPLOITED:', true, ",
        "'CISA-KNOWN-EXPLOITED', true, ",
        "'CWE:2024/06/03', false, ",
        "'CISA-KNOWN-EXPLOITED-NOT:2024/06/03', false, "
    })
    void knowsWhatCisaLists(String xrefs, boolean exploited, LocalDate due) {
        Plugin plugin = new Plugin(
                "1",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                Plugin.CheckType.REMOTE,
                List.of(xrefs.split(",")),
                Optional.empty());

        assertThat(plugin.knownExploited()).isEqualTo(exploited);
        assertThat(plugin.cisaDueDate()).isEqualTo(Optional.ofNullable(due));
    }
}
