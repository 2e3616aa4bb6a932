package io.jenkins.plugins.securitycenter.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other names are in the tests of the reports, which are saved under them. */
class FileNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "...", "._."})
    void usesTheOtherNameIfNothingIsLeft(String name) {
        assertThat(FileName.of(name, "", "report-7")).isEqualTo("report-7");
        assertThat(FileName.of(name, "pdf", "report-7")).isEqualTo("report-7.pdf");
    }
}
