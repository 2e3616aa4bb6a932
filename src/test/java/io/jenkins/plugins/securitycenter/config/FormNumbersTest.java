package io.jenkins.plugins.securitycenter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.text.NumberRule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FormNumbersTest {

    private static final FormNumbers NUMBERS = new FormNumbers(Map.of(
            "age",
            NumberRule.whole("Age", 1, 120, "1 to 120 is needed."),
            "score",
            new NumberRule("Score", 0, 10, false, "0 to 10 is needed.")));

    private final Map<String, Object> inner = new TreeMap<>(Map.of("age", "7", "score", " ", "name", "8"));
    private final Map<String, Object> form = new TreeMap<>(Map.of("score", "7.5", "list", List.of(inner, "x", true)));

    @Test
    void putsNumbersInPlaceOfTexts() {
        NUMBERS.read(form);
        assertThat(form).containsEntry("score", 7.5);
        assertThat(inner).containsEntry("age", 7).containsEntry("score", 0.0).containsEntry("name", "8");
    }

    @Test
    void findsMistakesFarInside() {
        inner.put("age", "old");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NUMBERS.read(List.of(form)))
                .withMessage("Age \"old\" is not allowed; 1 to 120 is needed.");
    }
}
