package io.jenkins.plugins.securitycenter.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanTargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.1",
                "0.0.0.0",
                "192.0.2.1-192.0.2.9",
                "192.0.2.0/24",
                "192.0.2.7/32",
                "2001:db8::1",
                "::1",
                "::ffff:192.0.2.1",
                "2001:db8::1-2001:db8::ff",
                "2001:db8::/32"
            })
    void takesAddresses(String text) {
        ScanTarget target = ScanTarget.parse(text);
        assertThat(target.named()).isFalse();
        assertThat(target.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "www.example.com",
                "www.example.com.",
                "localhost",
                "db-1",
                "srv_2.corp",
                "3com.example",
                "xn--bcher-kva.example",
                "192.example.com"
            })
    void takesHostNames(String text) {
        assertThat(ScanTarget.parse(text).named()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "256.0.0.1|is neither an address nor a host name",
                "192.0.2|is neither an address nor a host name",
                "192.0.2.01|is neither an address nor a host name",
                "1.2.3.4.5|is neither an address nor a host name",
                "12:34|is neither an address nor a host name",
                "2001:db8:::1|is neither an address nor a host name",
                "fe80::1%eth0|is neither an address nor a host name",
                "-web|is neither an address nor a host name",
                "web..example|is neither an address nor a host name",
                "web server|is neither an address nor a host name",
                "bücher.example|is neither an address nor a host name",
                "http://www.example.com|does not begin with an address",
                "www.example.com/24|does not begin with an address",
                "192.0.2.0/33|must have a number from 0 to 32 behind its slash",
                "192.0.2.0/255.255.255.0|must have a number from 0 to 32 behind its slash",
                "192.0.2.0/|must have a number from 0 to 32 behind its slash",
                "2001:db8::/129|must have a number from 0 to 128 behind its slash",
                "192.0.2.1-9|must have a whole address behind its dash",
                "192.0.2.1-2001:db8::1|mixes IPv4 and IPv6",
                "192.0.2.9-192.0.2.1|ends before it begins"
            })
    void refusesTheRestInASentence(String text, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScanTarget.parse(text))
                .withMessageStartingWith("Target \"" + text + "\" " + problem + "; allowed are addresses");
    }

    @Test
    void takesBlanksOutOfRanges() {
        assertThat(ScanTarget.parse(" 192.0.2.1 - 192.0.2.9 ").text()).isEqualTo("192.0.2.1-192.0.2.9");
    }
}
