package io.jenkins.plugins.securitycenter.result.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrendSettingsTest {

    @Test
    void areReadAsTheyWereWritten() {
        TrendSettings settings = new TrendSettings(false, 25);
        assertThat(TrendSettings.parse(settings.text())).isEqualTo(settings);
        assertThat(TrendSettings.parse(TrendSettings.DEFAULT.text())).isEqualTo(TrendSettings.DEFAULT);
        assertThat(settings.ranges())
                .filteredOn(TrendSettings.Range::current)
                .containsExactly(new TrendSettings.Range(25, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "true", "false-", "false-26", "false-1000", "no-25", "false-25;x"})
    void areTheDefaultIfTheyCannotBeRead(String text) {
        assertThat(TrendSettings.parse(text)).isEqualTo(TrendSettings.DEFAULT);
    }

    @Test
    void haveARange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrendSettings(true, 5000))
                .withMessage("Parameter builds must be 10, 25, 50 or 100, but was \"5000\".");
    }
}
