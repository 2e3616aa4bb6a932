package io.jenkins.plugins.securitycenter.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PluginTest {

    @ParameterizedTest
    @CsvSource({
        "'CISA-KNOWN-EXPLOITED:2024/06/03', true, 2024-06-03",
        "'CISA-KNOWN-EXPLOITED:2024-6-3', true, 2024-06-03",
        "'cisa-known-exploited:2024/06/03', true, 2024-06-03",
        "'CWE:200,CISA-KNOWN-EXPLOITED:2024/06/03,CISA-KNOWN-EXPLOITED:2024/05/03', true, 2024-05-03",
        "'CISA-KNOWN-EXPLOITED:2024/02/30', true, ",
        "'CISA-KNOWN-EXPLOITED:+12345/6/3', true, ",
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

    /** Otherwise a vulnerability would look like one without a CVE, or like one that nobody exploits. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'cve':{'1':'CVE-2021-44228'}",
                "'cve':[{'id':'CVE-2021-44228'}]",
                "'cve':['CVE-2020-1111',['CVE-2021-44228']]",
                "'xref':{'1':'CISA-KNOWN-EXPLOITED #2024/06/03'}",
                "'xref':[{'type':'CISA-KNOWN-EXPLOITED','value':'2024/06/03'}]"
            })
    void refusesListsThatItDoesNotUnderstand(String field) {
        assertThatThrownBy(() -> Plugin.of(Json.attributes("{'pluginID':'1'," + field + "}")))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageContaining("a list of strings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'cve':''", ",'cve':null", ",'cve':[]", ",'cve':{}"})
    void hasNoCves(String field) {
        assertThat(Plugin.of(Json.attributes("{'pluginID':'1'" + field + "}")).cves())
                .isEmpty();
    }

    @Test
    void keepsOnlyTheBeginningOfItsSolution() {
        Plugin plugin = new Plugin(
                "7",
                "Telnet",
                "Misc.",
                "synopsis",
                "description",
                "Disable it.",
                List.of("CVE-2020-0001"),
                List.of("https://example.com/a"),
                Plugin.CheckType.REMOTE,
                List.of("CWE:200"),
                Optional.of(Instant.EPOCH));

        assertThat(plugin.withSolution(7))
                .isEqualTo(new Plugin(
                        "7",
                        "Telnet",
                        "Misc.",
                        "",
                        "",
                        "Disable\n... (4 more characters)",
                        List.of("CVE-2020-0001"),
                        List.of(),
                        Plugin.CheckType.REMOTE,
                        List.of("CWE:200"),
                        Optional.of(Instant.EPOCH)));
    }
}
