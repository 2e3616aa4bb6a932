package io.jenkins.plugins.securitycenter.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.client.transport.Login;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DemoSettingsTest {

    private final Properties properties = new Properties();

    @Test
    void usesTheSimulatorWithoutAUrl() {
        assertThat(settings(Map.of()).realServer()).isFalse();
        assertThat(settings(Map.of()).findings()).isEqualTo(500);
    }

    @Test
    void wantsBothKeys() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> settings(Map.of("SECURITYCENTER_ACCESS_KEY", "a")).login())
                .withMessageContaining("only one is set; both are needed.");
    }

    @Test
    void saysWhichAccountsArePossible() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Map.of()).login())
                .withMessageStartingWith("No account is given; set the environment variables");
    }

    @Test
    void takesAUserWithPassword() {
        Map<String, String> environment = Map.of("SECURITYCENTER_USER", "ci", "SECURITYCENTER_PASSWORD", "secret");
        assertThat(settings(environment).login()).isEqualTo(new Login.Password("ci", "secret"));
    }

    @Test
    void refusesAnAddressWithoutScheme() {
        properties.setProperty("securitycenter.url", "sc.example.com");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Map.of()).endpoint())
                .withMessageContaining("does not start with https:// or http://");
    }

    @Test
    void refusesAnUnreasonableNumberOfFindings() {
        properties.setProperty("securitycenter.findings", "-3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Map.of()).findings())
                .withMessage("securitycenter.findings \"-3\" is wrong; allowed are 1 to 1000000.");
    }

    private DemoSettings settings(Map<String, String> environment) {
        return new DemoSettings(properties, environment);
    }
}
