package io.jenkins.plugins.securitycenter.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.HostileTexts;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UntrustedFieldsTest {

    private final UntrustedFields fields = new UntrustedFields(20);

    @Test
    void numbersAndOwnTextsStay() {
        Map<String, Object> values = Map.of("severity", "High", "port", 443, "totals", Map.of("total", 1));
        assertThat(fields.separate(values, Set.of("severity"))).isEqualTo(values);
    }

    @Test
    void otherTextsAreMarkedWithAllThatIsAroundThem() {
        assertThat(fields.separate(
                        Map.of("name", "web", "host", Map.of("port", 1, "ip", "192.0.2.1"), "cves", List.of("CVE-1")),
                        Set.of()))
                .isEqualTo(Map.of(
                        "untrusted",
                        Map.of("name", "web", "host", Map.of("port", 1, "ip", "192.0.2.1"), "cves", List.of("CVE-1"))));
    }

    /** The name of a field at the top says nothing about a field of the same name inside another. */
    @Test
    void ownNamesCountAtTheTopOnly() {
        assertThat(fields.separate(Map.of("url", "own", "host", Map.of("url", "theirs")), Set.of("url")))
                .isEqualTo(Map.of("url", "own", "untrusted", Map.of("host", Map.of("url", "theirs"))));
    }

    @Test
    void longTextsAndListsAreCut() {
        Map<String, Object> cut = fields.separate(
                Map.of("a", "x".repeat(21), "b", Collections.nCopies(1000, "y"), "c", "x".repeat(18) + "\uD83D\uDE00y"),
                Set.of());
        assertThat(cut)
                .extractingByKey("untrusted")
                .isEqualTo(Map.of(
                        "a",
                        "x".repeat(19) + "\u2026",
                        "b",
                        Collections.nCopies(100, "y"),
                        "c",
                        "x".repeat(18) + "\u2026"));
    }

    @Test
    void saysHowMuchIsCut() {
        assertThat(fields.notice()).contains("Each string is cut to 20 characters, and each list to 100 entries.");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void noTextLeavesItsField(String text) {
        Map<String, Object> separated =
                fields.separate(Map.of("text", List.of(Map.of("deep", text))), Set.of("change"));
        assertThat(separated).containsOnlyKeys("untrusted");
        assertThat(separated.toString()).hasSizeLessThan(80).doesNotContain("\u202E", "\u0000", "\u001B");
    }

    static Stream<String> texts() {
        return HostileTexts.all();
    }
}
