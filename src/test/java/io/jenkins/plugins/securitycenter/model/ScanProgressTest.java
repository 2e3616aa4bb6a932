package io.jenkins.plugins.securitycenter.model;

import static io.jenkins.plugins.securitycenter.model.Json.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanProgressTest {

    @ParameterizedTest
    @CsvSource({
        "50, 200, 1, 10, 25",
        "199, 200, 1, 10, 99",
        "300, 200, 1, 10, 100",
        "0, 200, 5, 10, 0",
        "-1, 200, 5, 10, 50",
        "0, 0, 5, 10, 50",
        "0, -1, 5, 10, 50",
        "-1, -1, 0, 10, 0",
        "-1, -1, 2048, 2048, 100"
    })
    void goesByChecksOrElseByAddresses(
            long checks, long totalChecks, long addresses, long totalAddresses, int percent) {
        assertThat(new ScanProgress(0, addresses, totalAddresses, checks, totalChecks).percent())
                .hasValue(percent);
    }

    @ParameterizedTest
    @CsvSource({"-1, -1, -1, -1", "0, 0, 0, 0", "5, 0, 5, -1", "-1, 10, -1, 10"})
    void saysNothingWithoutTotals(long checks, long totalChecks, long addresses, long totalAddresses) {
        assertThat(new ScanProgress(0, addresses, totalAddresses, checks, totalChecks).percent())
                .isEmpty();
    }

    @Test
    void readsTextsAndNumbers() {
        assertThat(ScanProgress.of(
                        attributes("{'scannedIPs':'49','completedIPs':2048,'totalIPs':'2048','totalChecks':'-1'}")))
                .isEqualTo(new ScanProgress(49, 2048, 2048, -1, -1));
    }
}
