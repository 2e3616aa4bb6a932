package io.jenkins.plugins.securitycenter.model;

import static io.jenkins.plugins.securitycenter.model.Json.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanResultTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"'running':'false',false", "'running':'true',true", "'running':'',true", "'name':'x',true"})
    void runsUnlessTheServerDeniesIt(String field, boolean running) {
        assertThat(ScanResult.of(attributes("{" + field + "}")).state().running())
                .isEqualTo(running);
    }

    @Test
    void namesTheProblemOfTheScanBeforeThatOfTheImport() {
        assertThat(ScanResult.of(attributes("{'errorDetails':'no scanner','importErrorDetails':'disk full'}"))
                        .problem())
                .isEqualTo("no scanner");
        assertThat(ScanResult.of(attributes("{'errorDetails':'','importErrorDetails':'disk full'}"))
                        .problem())
                .isEqualTo("disk full");
    }
}
