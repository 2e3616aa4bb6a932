package io.jenkins.plugins.securitycenter.result.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenValueTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "total, '', 15",
                "Total, high, 2",
                "new, High, 3",
                "new, '', 3",
                "fixed, '', 4",
                "outstanding, '', 5",
                "notChecked, '', 6",
                "suppressed, '', 7",
                "overdue, Critical, 1",
                "overdue, Low, 0",
                "verdict, '', unstable",
                "page, '', https://jenkins.example.com/job/a/1/dmz/",
                "url, '', https://sc.example.com/#scan_results/view/7",
                "id, '', dmz"
            })
    void hasTheNumbersOfARecord(String value, String severity, String text) {
        assertThat(token(true).text(value, severity)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"new, ''", "fixed, High", "outstanding, ''", "notChecked, ''"})
    void isEmptyWithoutAReference(String value, String severity) {
        assertThat(token(false).text(value, severity)).isEmpty();
    }

    @Test
    void countsWithoutAReference() {
        assertThat(token(false).text("total", "")).isEqualTo("15");
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(token(true).text("newest<b>\n", ""))
                .isEqualTo("Unknown value \"newest<b>\". Use total, new, fixed, outstanding, notChecked, suppressed,"
                        + " overdue, verdict, page, url or id.");
        assertThat(token(true).text("new", "severe"))
                .isEqualTo("Unknown severity \"severe\". Use Critical, High, Medium, Low or Info.");
        assertThat(token(true).text("x".repeat(10_000), "")).hasSizeLessThanOrEqualTo(300);
        assertThat(new TokenValue("a", "", "", () -> RecordSummary.parse("{")).text("new", ""))
                .isEqualTo("The stored summary of the findings cannot be read.");
    }

    private static TokenValue token(boolean compared) {
        StateCounts counts = new StateCounts(
                compared,
                new Totals(1, 2, 3, 4, 5),
                new Totals(0, 3, 0, 0, 0),
                new Totals(5, 0, 0, 0, 0),
                new Totals(0, 0, 4, 0, 0),
                Totals.NONE,
                new Totals(0, 0, 0, 0, 6),
                new Totals(7, 0, 0, 0, 0),
                new Totals(1, 1, 0, 0, 0));
        RecordSummary summary = new RecordSummary(counts, new Verdict(List.of(), true));
        return new TokenValue(
                "dmz",
                "https://jenkins.example.com/job/a/1/dmz/",
                "https://sc.example.com/#scan_results/view/7",
                () -> summary);
    }
}
