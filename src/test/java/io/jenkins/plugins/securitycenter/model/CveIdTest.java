package io.jenkins.plugins.securitycenter.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CveIdTest {

    @ParameterizedTest
    @CsvSource({
        "CVE-2021-44228, CVE-2021-44228",
        "' cve-2014-0160 ', CVE-2014-0160",
        "CVE-2026-1234567890123456789, CVE-2026-1234567890123456789"
    })
    void isReadInUpperCase(String text, String cve) {
        assertThat(CveId.parse(text)).isEqualTo(cve);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "CVE", "2021-44228", "CVE-2021-123", "CVE-21-44228", "CVE-2021-44228x", "CVE-2021-44228,"})
    void refusesAnythingElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CveId.parse(text))
                .withMessage("cve \"" + text + "\" is not a CVE; use a name such as CVE-2021-44228.");
    }
}
