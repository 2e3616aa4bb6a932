package io.jenkins.plugins.securitycenter.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortRangeTest {

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "443, 443, 443", "' 8000 - 8099 ', 8000, 8099", "65535, 65535, 65535", "7-7, 7, 7"})
    void isAPortOrARange(String text, int first, int last) {
        assertThat(PortRange.parse(text)).isEqualTo(new PortRange(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http", "-1", "65536", "1-65536", "8099-8000", "1-2-3", "1,2"})
    void refusesAnythingElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortRange.parse(text))
                .withMessage("\"" + text + "\" is not a port; use a number from 0 to 65535, or a range such as"
                        + " 8000-8099.");
    }

    @Test
    void containsItsEnds() {
        PortRange range = new PortRange(8000, 8099);

        assertThat(range.contains(7999)).isFalse();
        assertThat(range.contains(8000)).isTrue();
        assertThat(range.contains(8099)).isTrue();
        assertThat(range.contains(8100)).isFalse();
    }

    @Test
    void isWrittenAsItIsRead() {
        assertThat(new PortRange(8000, 8099).text()).isEqualTo("8000-8099");
        assertThat(new PortRange(443, 443).text()).isEqualTo("443");
    }
}
