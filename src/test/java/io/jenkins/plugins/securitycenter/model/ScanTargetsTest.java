package io.jenkins.plugins.securitycenter.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanTargetsTest {

    @Test
    void readsAFile() {
        ScanTargets targets =
                ScanTargets.parse("# web\n192.0.2.1, 192.0.2.2 # both\r\n\n2001:db8::/64;www.example.com,\n");
        assertThat(targets.text()).isEqualTo("192.0.2.1,192.0.2.2,2001:db8::/64,www.example.com");
        assertThat(targets.named()).singleElement().extracting(ScanTarget::text).isEqualTo("www.example.com");
    }

    @Test
    void mayBeEmpty() {
        assertThat(ScanTargets.parse(" # nothing\n").isEmpty()).isTrue();
        assertThat(ScanTargets.of(List.of("", " ")).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.2, true",
        "192.0.2.1, 192.0.2.1, false",
        "192.0.2.1-192.0.2.5, 192.0.2.5-192.0.2.9, false",
        "192.0.2.5-192.0.2.9, 192.0.2.1-192.0.2.5, false",
        "192.0.2.1-192.0.2.5, 192.0.2.6-192.0.2.9, true",
        "192.0.2.6-192.0.2.9, 192.0.2.1-192.0.2.5, true",
        "192.0.2.0/24, 192.0.2.7, false",
        "0.0.0.1, ::1, true",
        "192.0.2.1, www.example.com, false",
        "www.example.com, 192.0.2.1, false"
    })
    void areApartWithoutACommonAddress(String one, String other, boolean apart) {
        assertThat(ScanTargets.parse(one).apartFrom(ScanTargets.parse(other))).isEqualTo(apart);
        assertThat(ScanTargets.parse(one).isEmpty()).isFalse();
    }

    @Test
    void namesTheWrongOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScanTargets.parse("192.0.2.1\n192.0.2.256"))
                .withMessageStartingWith("Target \"192.0.2.256\" is not a valid address or host name; ");
    }

    @Test
    void sendsEachOnce() {
        assertThat(ScanTargets.parse("192.0.2.1,192.0.2.1").text()).isEqualTo("192.0.2.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.1,192.0.2.2|192.0.2.2,192.0.2.1|true",
                "192.0.2.1,192.0.2.2|192.0.2.1-192.0.2.2|true",
                "192.0.2.0/24|192.0.2.0-192.0.2.127,192.0.2.128/25|true",
                "192.0.2.0/24,192.0.2.7|192.0.2.99/24|true",
                "192.0.2.0/24|192.0.2.1-192.0.2.255|false",
                "192.0.2.1|192.0.2.1,192.0.2.3|false",
                "192.0.2.1-192.0.2.2,192.0.2.5-192.0.2.9,192.0.2.1-192.0.2.20|192.0.2.1-192.0.2.20|true",
                "2001:db8::1|2001:0DB8:0:0:0:0:0:1|true",
                "0.0.0.1|::1|false",
                "WWW.example.com|www.example.com.|true",
                "www.example.com|ftp.example.com|false",
                "www.example.com,192.0.2.1|192.0.2.1|false"
            })
    void comparesWhatIsMeant(String one, String other, boolean same) {
        assertThat(ScanTargets.parse(one).sameAs(ScanTargets.parse(other))).isEqualTo(same);
        assertThat(ScanTargets.parse(other).sameAs(ScanTargets.parse(one))).isEqualTo(same);
    }
}
