package io.jenkins.plugins.securitycenter.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnumWordsTest {

    private enum Limit {
        FAIL,
        RELEASE_OLDEST,
        WAIT_FOR_IT
    }

    private enum Single {
        ONLY
    }

    @Test
    void writesWordsInCamelCase() {
        assertThat(EnumWords.all(Limit.class)).containsExactly("fail", "releaseOldest", "waitForIt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"releaseOldest", " releaseoldest ", "RELEASEOLDEST"})
    void readsWordsInAnyCase(String text) {
        assertThat(EnumWords.parse(Limit.class, "limit", text)).isEqualTo(Limit.RELEASE_OLDEST);
    }

    @Test
    void givesTheDefaultForNothing() {
        assertThat(EnumWords.given(null, Limit.RELEASE_OLDEST)).isEqualTo("releaseOldest");
        assertThat(EnumWords.given("  ", Limit.FAIL)).isEqualTo("fail");
        assertThat(EnumWords.given(" odd ", Limit.FAIL)).isEqualTo("odd");
        assertThat(EnumWords.given(" releaseOLDEST ", Limit.FAIL)).isEqualTo("releaseOldest");
    }

    @Test
    void saysWhatIsAllowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnumWords.parse(Limit.class, "session limit", " RELEASE_OLDEST "))
                .withMessage("Unknown session limit \"RELEASE_OLDEST\". Use fail, releaseOldest or waitForIt.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnumWords.parse(Limit.class, "session limit", null))
                .withMessage("session limit is missing; use fail, releaseOldest or waitForIt.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnumWords.parse(Single.class, "word", "none"))
                .withMessage("Unknown word \"none\". Use only.");
        assertThat(EnumWords.unknown("word", "none", List.of("one", "two")))
                .hasMessage("Unknown word \"none\". Use one or two.");
    }
}
