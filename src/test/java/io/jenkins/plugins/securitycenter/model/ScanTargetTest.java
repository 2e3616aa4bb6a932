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
                "192.0.2.1-192.0.2.1",
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
                "256.0.0.1|is not a valid address or host name",
                "192.0.2|is not a valid address or host name",
                "192.0.2.01|is not a valid address or host name",
                "1.2.3.4.5|is not a valid address or host name",
                "12:34|is not a valid address or host name",
                "2001:db8:::1|is not a valid address or host name",
                "fe80::1%eth0|is not a valid address or host name",
                "-web|is not a valid address or host name",
                "null|is not a valid address or host name",
                "web..example|is not a valid address or host name",
                "web server|is not a valid address or host name",
                "bücher.example|is not a valid address or host name",
                "http://www.example.com|does not start with an address",
                "www.example.com/24|does not start with an address",
                "/24|does not start with an address",
                "192.0.2.0/33|needs a number from 0 to 32 after the slash",
                "192.0.2.0/255.255.255.0|needs a number from 0 to 32 after the slash",
                "192.0.2.0/|needs a number from 0 to 32 after the slash",
                "2001:db8::/129|needs a number from 0 to 128 after the slash",
                "192.0.2.1-9|needs a complete address after the dash",
                "192.0.2.1-2001:db8::1|mixes IPv4 and IPv6",
                "192.0.2.9-192.0.2.1|ends before it starts"
            })
    void refusesTheRestInASentence(String text, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScanTarget.parse(text))
                .withMessageStartingWith("Target \"" + text + "\" " + problem + "; use an address");
    }

    @Test
    void limitsTheLengthOfHostNames() {
        String longest = "abcdefghi.".repeat(25) + "abc";

        assertThat(ScanTarget.parse(longest).named()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScanTarget.parse(longest + "d"))
                .withMessageContaining("is not a valid address or host name");
    }

    @Test
    void takesBlanksOutOfRanges() {
        assertThat(ScanTarget.parse(" 192.0.2.1 - 192.0.2.9 ").text()).isEqualTo("192.0.2.1-192.0.2.9");
    }
}
