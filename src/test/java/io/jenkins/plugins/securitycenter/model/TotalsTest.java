package io.jenkins.plugins.securitycenter.model;

import static org.assertj.core.api.Assertions.assertThat;

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

    @ParameterizedTest
    @EnumSource
    void addsToTheRightSeverity(Severity severity) {
        Totals more = TOTALS.plus(severity, 1).plus(severity, 2);

        assertThat(more.count(severity)).isEqualTo(TOTALS.count(severity) + 3);
        assertThat(more.total()).isEqualTo(TOTALS.total() + 3);
    }
}
