package io.jenkins.plugins.securitycenter.result.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityBarTest {

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1, 1", "1, 0, 0, 0, 999999", "0, 7, 0, 3, 0", "0, 0, 0, 0, 1"})
    void fillsItsWidthWithoutGaps(long critical, long high, long medium, long low, long info) {
        int end = 0;
        for (SeverityBar.Part part :
                SeverityBar.of(new Totals(critical, high, medium, low, info)).parts()) {
            assertThat(part.x()).isEqualTo(end);
            assertThat(part.width()).isGreaterThanOrEqualTo(12);
            end += part.width();
        }
        assertThat(end).isEqualTo(1000);
    }

    @Test
    void sharesItsWidthByTheNumbers() {
        SeverityBar bar = SeverityBar.of(new Totals(0, 300, 0, 100, 0));

        assertThat(bar.parts())
                .containsExactly(
                        new SeverityBar.Part(Severity.HIGH, 300, 0, 744),
                        new SeverityBar.Part(Severity.LOW, 100, 744, 256));
        assertThat(bar.text()).isEqualTo("300 High, 100 Low");
    }

    @Test
    void isEmptyWithoutFindings() {
        assertThat(SeverityBar.of(Totals.NONE).parts()).isEmpty();
        assertThat(SeverityBar.of(Totals.NONE).text()).isEqualTo("No findings");
    }
}
