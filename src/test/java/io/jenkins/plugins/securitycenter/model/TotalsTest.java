package io.jenkins.plugins.securitycenter.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TotalsTest {

    private static final Totals TOTALS = new Totals(1, 20, 300, 4000, 50000);

    @Test
    void sumsASeverityAndTheWorseOnes() {
        assertThat(TOTALS.atLeast(Severity.CRITICAL)).isEqualTo(1);
        assertThat(TOTALS.atLeast(Severity.MEDIUM)).isEqualTo(321);
        assertThat(TOTALS.total()).isEqualTo(54321);
    }

    @Test
    void areTextForUsers() {
        assertThat(TOTALS.bySeverity()).isEqualTo("Critical 1, High 20, Medium 300, Low 4,000, Info 50,000");
    }

    @Test
    void addsOthers() {
        assertThat(TOTALS.plus(new Totals(5, 4, 3, 2, 1))).isEqualTo(new Totals(6, 24, 303, 4002, 50001));
    }

    @Test
    void areReadFromRows() {
        assertThat(Totals.of(rows(row("4", "1"), row("2", "30")))).isEqualTo(new Totals(1, 0, 30, 0, 0));
    }

    @Test
    void rowThatIsNotUnderstoodIsNamed() {
        assertThatThrownBy(() -> Totals.of(rows(row("4", "1"), row("9", "1"))))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageContaining("(row 2)");
        assertThatThrownBy(() -> Totals.of(rows(row("4", "1"), row("4", "1"))))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageContaining("(row 2)");
    }

    private static ArrayNode rows(ObjectNode... rows) {
        return JsonNodeFactory.instance.arrayNode().addAll(List.of(rows));
    }

    private static ObjectNode row(String severity, String count) {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("count", count);
        row.putObject("severity").put("id", severity);
        return row;
    }

    @ParameterizedTest
    @EnumSource
    void addsToTheRightSeverity(Severity severity) {
        Totals more = TOTALS.plus(severity, 1).plus(severity, 2);

        assertThat(more.count(severity)).isEqualTo(TOTALS.count(severity) + 3);
        assertThat(more.total()).isEqualTo(TOTALS.total() + 3);
    }
}
