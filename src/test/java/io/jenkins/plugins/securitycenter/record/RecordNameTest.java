package io.jenkins.plugins.securitycenter.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordNameTest {

    @ParameterizedTest
    @CsvSource({
        "securitycenter, '', SecurityCenter",
        "dmz, '', SecurityCenter dmz",
        "dmz, ' ', SecurityCenter dmz",
        "dmz, ' Findings in the DMZ ', Findings in the DMZ",
    })
    void tellsTheRecordsOfABuildApart(String id, String name, String title) {
        assertThat(new RecordName(id, name).title()).isEqualTo(title);
    }
}
