package io.jenkins.plugins.securitycenter.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemInfoTest {

    private final ObjectNode answer = JsonNodeFactory.instance.objectNode();

    @Test
    void readsWhatTheServerSays() {
        answer.put("version", "6.7.0").put("licenseStatus", "Valid").put("token", "123");
        SystemInfo info = SystemInfo.of(Attributes.of(answer));

        assertThat(info.version()).contains("6.7.0");
        assertThat(info.licenseStatus()).isEqualTo("Valid");
        assertThat(info.token()).contains("123");
        assertThat(info).hasToString("SystemInfo[version=6.7.0, licenseStatus=Valid]");
    }

    @Test
    void knowsNothingWhereTheServerIsSilent() {
        SystemInfo info = SystemInfo.of(Attributes.of(answer));

        assertThat(info.version()).isEmpty();
        assertThat(info.token()).isEmpty();
        assertThat(info).hasToString("SystemInfo[version=unknown, licenseStatus=]");
    }

    @ParameterizedTest
    @CsvSource({"1800, 1800", "1, 1", "0, 3600", "-1, 3600"})
    void anIdleTimeWithoutALimitIsTheUsualOne(String sent, long seconds) {
        answer.put("sessionTimeout", sent);

        assertThat(SystemInfo.of(Attributes.of(answer)).sessionTimeout()).isEqualTo(Duration.ofSeconds(seconds));
    }
}
