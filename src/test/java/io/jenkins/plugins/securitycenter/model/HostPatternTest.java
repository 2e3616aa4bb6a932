package io.jenkins.plugins.securitycenter.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPatternTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, true",
        "192.0.2.8, false",
        "192.0.2.0/24, true",
        "198.51.100.0/24, false",
        "192.0.2.7-192.0.2.9, true",
        "192.0.2.1-192.0.2.7, true",
        "192.0.2.8-192.0.2.9, false",
        "2001:db8::/32, false",
        "www.example.com, true",
        "WWW.Example.com., true",
        "example.com, false",
        "www.example.com.example.org, false",
        "www, false",
        "*.example.com, true",
        "*.example.org, false",
        "www.*, true",
        "www.example.com*, true",
        "*www.example.com**, true",
        "w*.com, true",
        "w*.c*m, true",
        "*e*e*, true",
        "*e*e*e*, false",
        "*w.example.co, false",
        "x*, false",
        "*netbios*, false"
    })
    void comparesTheAddressOrTheDnsName(String pattern, boolean matches) {
        Host host = new Host("192.0.2.7", "", "www.example.com", "NETBIOS", "", "");

        assertThat(HostPattern.parse(pattern).matches(host)).isEqualTo(matches);
    }

    @Test
    void comparesNothingThatIsMissing() {
        Host unnamed = new Host("192.0.2.7", "", "", "", "", "");
        Host named = new Host("", "", "www.example.com", "", "", "");

        assertThat(HostPattern.parse("*.example.com").matches(unnamed)).isFalse();
        assertThat(HostPattern.parse("0.0.0.0/0").matches(named)).isFalse();
    }

    @Test
    void keepsWhatTheUserEntered() {
        assertThat(HostPattern.parse(" *.Example.com ").text()).isEqualTo("*.Example.com");
        assertThat(HostPattern.parse(" 192.0.2.0/24 ").text()).isEqualTo("192.0.2.0/24");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "*.*", "192.0.2.*", "*.a..b", "web_[a-z]*", "192.0.2.0/33", "192.0.2.9-192.0.2.1"})
    void refusesWhatIsNoHost(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostPattern.parse(pattern))
                .withMessageStartingWith("\"" + pattern + "\" is not a valid address, network or host name; use ");
    }
}
