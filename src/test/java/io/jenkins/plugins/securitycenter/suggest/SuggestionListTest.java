package io.jenkins.plugins.securitycenter.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionListTest {

    private static final SuggestionList SCANS = SuggestionList.of(
            SuggestionType.SCAN,
            "prod",
            List.of(
                    new Suggestion("7", "DMZ", ""),
                    new Suggestion("3", "Twice", ""),
                    new Suggestion("4", "Twice", ""),
                    new Suggestion("1", "Weekly DMZ scan", "")));
    private static final SuggestionList RESULTS = SuggestionList.of(
            SuggestionType.SCAN_RESULT, "prod", List.of(new Suggestion("42", "DMZ", "2024-05-06 10:00, Completed")));

    @ParameterizedTest
    @CsvSource({
        "dmz, DMZ|Weekly DMZ scan",
        "week, Weekly DMZ scan",
        "'scan  dmz', Weekly DMZ scan",
        "3, Twice",
        "twi, Twice",
        "*, DMZ|Twice|Weekly DMZ scan",
        "' * ', DMZ|Twice|Weekly DMZ scan",
        "nightly, ''"
    })
    void suggestsWhatFits(String typed, String names) {
        assertThat(String.join("|", SCANS.suggest(typed, 10))).isEqualTo(names);
    }

    @Test
    void suggestsNoMoreThanWanted() {
        assertThat(SCANS.suggest("*", 2)).containsExactly("DMZ", "Twice");
    }

    @ParameterizedTest
    @CsvSource({"4", "dmz", "2024-05-06", "completed"})
    void findsScanResultsByAllThatIsKnown(String typed) {
        assertThat(RESULTS.suggest(typed, 10)).containsExactly("42 (DMZ, 2024-05-06 10:00, Completed)");
    }

    @ParameterizedTest
    @CsvSource({"DMZ", "1", "' Weekly DMZ scan '"})
    void hasNoDoubtsAboutWhatExists(String value) {
        assertThat(SCANS.doubt(value)).isEmpty();
    }

    @Test
    void doubtsInTheWordsOfABuild() {
        assertThat(SCANS.doubt("Nightly"))
                .contains("Scan \"Nightly\" does not exist on SecurityCenter \"prod\", or the account cannot use it;"
                        + " the account can use \"DMZ\", \"Twice\", \"Twice\", \"Weekly DMZ scan\".");
        assertThat(SCANS.doubt("Twice"))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("use one of the IDs 3, 4."));
    }

    @Test
    void knowsPluginFamiliesByNameInAnyCase() {
        SuggestionList families =
                SuggestionList.of(SuggestionType.PLUGIN_FAMILY, "prod", List.of(new Suggestion("", "General", "")));
        assertThat(families.suggest("gen", 10)).containsExactly("General");
        assertThat(families.doubt(" general ")).isEmpty();
        assertThat(families.doubt("4"))
                .contains("Plugin family \"4\" does not exist on SecurityCenter \"prod\", or the account cannot use it;"
                        + " the account can use \"General\".");
    }

    @Test
    void hasNoDoubtsAboutOldScanResults() {
        assertThat(RESULTS.doubt("1")).isEmpty();
        assertThat(RESULTS.described("1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"42", "' 42 '", "'42 (DMZ, 2024-05-06 10:00, Completed)'"})
    void describesWhatIsBehindAnId(String value) {
        assertThat(RESULTS.described(value)).contains("DMZ, 2024-05-06 10:00, Completed");
        assertThat(SCANS.described("7")).isEmpty();
    }

    @Test
    void keepsABoundedNumberAndThenDoubtsNothing() {
        List<Suggestion> many = IntStream.rangeClosed(0, SuggestionList.MOST)
                .mapToObj(number -> new Suggestion("" + number, "n" + number, ""))
                .toList();
        SuggestionList suggestions = SuggestionList.of(SuggestionType.ASSET, "prod", many);
        assertThat(suggestions.all()).hasSize(SuggestionList.MOST);
        assertThat(suggestions.doubt("unknown")).isEmpty();
    }

    @Test
    void saysWhyThereIsNothing() {
        SuggestionList none = SuggestionList.none(SuggestionType.SCAN, "prod", "It is down.");
        assertThat(none.suggest("*", 10)).isEmpty();
        assertThat(none.doubt("DMZ")).contains("It is down.");
    }
}
