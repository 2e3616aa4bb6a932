package io.jenkins.plugins.securitycenter.result.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrendSettingsTest {

    @Test
    void areReadAsTheyWereWritten() {
        TrendSettings settings = new TrendSettings(TrendView.OVERDUE, false, 25);
        assertThat(TrendSettings.parse(settings.text())).isEqualTo(settings);
        assertThat(TrendSettings.parse(TrendSettings.DEFAULT.text())).isEqualTo(TrendSettings.DEFAULT);
        assertThat(settings.ranges())
                .filteredOn(TrendSettings.Range::current)
                .containsExactly(new TrendSettings.Range(25, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "true",
                "false-",
                "false-26",
                "false-1000",
                "no-25",
                "false-25;x",
                "false-25-",
                "false-25-all",
                "false-26-hosts"
            })
    void areTheDefaultIfTheyCannotBeRead(String text) {
        assertThat(TrendSettings.parse(text)).isEqualTo(TrendSettings.DEFAULT);
    }

    @Test
    void haveARange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrendSettings(TrendView.SEVERITY, true, 5000))
                .withMessage("Parameter builds must be 10, 25, 50 or 100, but was \"5000\".");
    }

    @Test
    void ofEarlierVersionsShowSeverities() {
        assertThat(TrendSettings.parse("false-25")).isEqualTo(new TrendSettings(TrendView.SEVERITY, false, 25));
    }

    @Test
    void haveAChoiceOfViews() {
        assertThat(TrendSettings.view("hosts")).isEqualTo(TrendView.HOSTS);
        assertThat(TrendSettings.view("")).isEqualTo(TrendView.SEVERITY);
        assertThat(TrendSettings.view(null)).isEqualTo(TrendView.SEVERITY);
        assertThat(new TrendSettings(TrendView.HOSTS, true, 10).choices())
                .filteredOn(TrendSettings.Choice::current)
                .containsExactly(new TrendSettings.Choice("hosts", "Authenticated hosts", true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrendSettings.view("all"))
                .withMessage("Unknown show \"all\". Use severity, changes, overdue or hosts.");
    }
}
