package io.jenkins.plugins.securitycenter.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.FieldDigest;
import io.jenkins.plugins.securitycenter.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurrogatesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "line\r\n\ttab", "\u00E9\uD83D\uDE00", "<&>\"'", "\u0000"})
    void leavesOrdinaryTextsAlone(String text) {
        assertThat(Surrogates.wellFormed(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "\uDE00", "\uDE00\uD83D"})
    void replacesHalvesOfPairs(String text) {
        assertThat(Surrogates.wellFormed("a" + text + "b")).isEqualTo("a" + "\uFFFD".repeat(text.length()) + "b");
    }

    @Test
    void replacesHalvesNextToPairs() {
        assertThat(Surrogates.wellFormed("\uD83D\uD83D\uDE00\uDE00")).isEqualTo("\uFFFD\uD83D\uDE00\uFFFD");
        assertThat(Surrogates.wellFormed("a\uD83D")).isEqualTo("a\uFFFD");
    }

    @Test
    void isWhatTextsOfTheServerAre() {
        Attributes row = Json.attributes("{'ip':'a\\ud83d','list':['b\\ude00'],'lines':'c\\ude00,d'}");

        assertThat(row.text("ip")).isEqualTo("a\uFFFD");
        assertThat(row.list("list")).containsExactly("b\uFFFD");
        assertThat(row.list("lines")).containsExactly("c\uFFFD", "d");
    }

    @Test
    void makesOneDigestOfWhatIsStoredAndWhatCame() {
        assertThat(FieldDigest.PLAIN.number("a\uD83D"))
                .isEqualTo(FieldDigest.PLAIN.number("a\uFFFD"))
                .isNotEqualTo(FieldDigest.PLAIN.number("a?"));
    }
}
