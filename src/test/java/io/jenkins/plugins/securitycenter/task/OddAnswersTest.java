package io.jenkins.plugins.securitycenter.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that a server should not give, and what must come of each; README.md beside the cases has their format. */
class OddAnswersTest {

    /** Their values are words that the actual text must have. */
    private static final Set<String> TEXTS = Set.of("refused", "log", "output");

    static List<OddCase> cases() throws URISyntaxException {
        URL directory = OddAnswersTest.class.getResource("/io/jenkins/plugins/securitycenter/odd-answers");
        return OddCase.below(Path.of(directory.toURI()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void endsAsItMust(OddCase odd) {
        JsonNode actual = new OddCall(odd).made();
        boolean right = odd.ends().stream().anyMatch(end -> matches(end, actual)) && oneSentence(actual);
        if (odd.pending()) {
            assertThat(right)
                    .as("It ends as it must: remove \"pending\" from its case.json. It ends with %s", actual)
                    .isFalse();
        } else if (!right) {
            fail("It must end with one of %s, but ends with %s", odd.ends(), actual);
        }
    }

    private static boolean matches(JsonNode end, JsonNode actual) {
        boolean all = !end.isEmpty() && !actual.has("broken");
        for (var expected : end.properties()) {
            JsonNode value = actual.path(expected.getKey());
            if (expected.getKey().equals("not")) {
                all &= !hasAny(actual.toString(), expected.getValue());
            } else if (TEXTS.contains(expected.getKey())) {
                all &= value.isTextual() && hasAll(value.asText(), expected.getValue());
            } else {
                all &= value.equals(expected.getValue());
            }
        }
        return all;
    }

    private static boolean hasAll(String text, JsonNode words) {
        boolean all = true;
        for (JsonNode word : words) {
            all &= text.contains(word.asText());
        }
        return all;
    }

    private static boolean hasAny(String text, JsonNode words) {
        boolean any = false;
        for (JsonNode word : words) {
            any |= text.contains(word.asText());
        }
        return any;
    }

    private static boolean oneSentence(JsonNode actual) {
        String sentence = actual.path("refused").asText();
        return sentence.chars().noneMatch(Character::isISOControl) && sentence.length() < 1_000;
    }
}
