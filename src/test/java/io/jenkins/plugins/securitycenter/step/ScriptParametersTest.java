package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptParametersTest {

    private static final ScriptParameters PARAMETERS = new ScriptParameters(
            "securityCenterRecord",
            Map.of(
                    "abortPipeline", boolean.class,
                    "threshold", int.class,
                    "limit", int.class,
                    "share", double.class,
                    "scanResultId", String.class,
                    "gates", List.class,
                    "query", FindingsQuery.class,
                    "sla", Object.class));

    @Test
    void readsValuesOfTheExpectedTypes() {
        Map<String, Object> arguments = Map.of(
                "abortPipeline",
                true,
                "threshold",
                3,
                "share",
                99.5,
                "scanResultId",
                "7",
                "gates",
                List.of(Map.of("threshold", 1)),
                "query",
                Map.of("source", "cumulative"),
                "sla",
                Map.of("high", 30));

        assertThat(PARAMETERS.read(arguments)).isEqualTo(arguments);
    }

    @Test
    void readsStringsWhereTheyAreClear() {
        assertThat(read("abortPipeline", " True ")).isEqualTo(true);
        assertThat(read("abortPipeline", new StringBuilder("false"))).isEqualTo(false);
        assertThat(read("threshold", "12")).isEqualTo(12);
        assertThat(read("share", "12")).isEqualTo(12.0);
    }

    @Test
    void readsNumbersAsIds() {
        assertThat(read("scanResultId", 12)).isEqualTo("12");
        assertThat(read("scanResultId", 12L)).isEqualTo("12");
    }

    @Test
    void leavesOutStringsThatAreNotSet() {
        assertThat(read("scanResultId", null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abortPipeline", "limit", "share", "gates", "query", "sla"})
    void refusesOtherValuesThatAreNotSet(String name) {
        refuses(name, null, name + " is null; set a value, or leave it out.");
    }

    @Test
    void leavesTheOnlyArgumentToJenkins() {
        Map<String, Object> only = Map.of(UninstantiatedDescribable.ANONYMOUS_KEY, "x");

        assertThat(PARAMETERS.read(only)).isEqualTo(only);
    }

    @Test
    void refusesParametersThatDoNotExist() {
        refuses(
                "gate",
                List.of(),
                "Unknown parameter \"gate\" of securityCenterRecord. Use abortPipeline, gates, limit, query, scanResultId,"
                        + " share, sla, threshold.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "", "on"})
    void refusesOtherWordsThanTrueAndFalse(String word) {
        refuses("abortPipeline", word, "abortPipeline \"" + word + "\" is not allowed; use true or false.");
    }

    @ParameterizedTest
    @CsvSource({"many", "1.5", "4294967297", "[1]", "NaN", "true"})
    void refusesWhatIsNoWholeNumber(String text) {
        refuses("limit", text, "limit \"" + text + "\" is not allowed; use a whole number.");
    }

    @Test
    void refusesFractionsThatJenkinsWouldOmit() {
        refuses("limit", 1.9, "limit \"1.9\" is not allowed; use a whole number.");
        refuses("share", Double.NaN, "share \"NaN\" is not allowed; use a number.");
        refuses("share", " ", "share is empty; use a number.");
    }

    @Test
    void saysWhatANumberIsFor() {
        refuses(
                "threshold",
                "many",
                "threshold \"many\" is not allowed; use the number of findings that violates the gate, a whole number from 1 to"
                        + " 1000000000.");
    }

    @Test
    void refusesOtherTypes() {
        refuses("scanResultId", List.of("1"), "scanResultId must be a string.");
        refuses("scanResultId", true, "scanResultId must be a string.");
        refuses("gates", Map.of("threshold", 1), "gates must be a list, such as [[name: value], [name: value]].");
        refuses("gates", "high", "gates must be a list, such as [[name: value], [name: value]].");
        refuses("query", "cumulative", "query must be a map of parameters, such as [name: value].");
    }

    @Test
    void refusesListsWithNull() {
        refuses(
                "gates",
                Arrays.asList(Map.of("threshold", 1), null),
                "gates must be a list, such as [[name: value], [name: value]].");
    }

    private static @Nullable Object read(String name, @Nullable Object value) {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put(name, value);
        return PARAMETERS.read(arguments).get(name);
    }

    private static void refuses(String name, @Nullable Object value, String sentence) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(name, value)).withMessage(sentence);
    }
}
