package io.jenkins.plugins.securitycenter.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalTextTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "' 192.0.2.1 ', 192.0.2.1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "::FFFF:c000:201, 192.0.2.1",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1",
        "2001:0DB8:0:0::0001, 2001:db8:0:0:0:0:0:1",
        "[2001:DB8::1], 2001:db8:0:0:0:0:0:1",
        "FE80::1%eth0, fe80:0:0:0:0:0:0:1%eth0",
        "2001:DB8::Zz, 2001:db8::zz",
        "%eth0:1, %eth0:1",
        "192.0.02.1, 192.0.02.1",
        "'', ''"
    })
    void hasOneFormOfAnAddress(String text, String form) {
        assertThat(CanonicalText.address(text)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({"web.example.com, web.example.com", "'WEB.Example.com. ', web.example.com", ".,''", "'',''"})
    void hasOneFormOfAName(String text, String form) {
        assertThat(CanonicalText.name(text)).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02ebb260-30ed-4bf8-9e2c-92a8614cda1a",
                "02EBB260-30ED-4BF8-9E2C-92A8614CDA1A",
                "{02ebb260-30ed-4bf8-9e2c-92a8614cda1a}",
                "02ebb26030ed4bf89e2c92a8614cda1a",
                "urn:uuid:02ebb260-30ed-4bf8-9e2c-92a8614cda1a"
            })
    void hasOneFormOfAUuid(String text) {
        assertThat(CanonicalText.uuid(text)).isEqualTo("02ebb26030ed4bf89e2c92a8614cda1a");
    }

    @ParameterizedTest
    @CsvSource({"0AF-1, 0af-1", "0AF1, 0af1", "00000000-0000-0000-0000-000000000000, ''", "0, 0", "'',''"})
    void changesNothingButTheCaseOfWhatIsNoUuid(String text, String form) {
        assertThat(CanonicalText.uuid(text)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example.com/cart, https://shop.example.com/cart",
        "HTTPS://Shop.Example.com.:443/Cart?Id=1#Top, https://shop.example.com/Cart?Id=1#Top",
        "http://shop.example.com:80, http://shop.example.com/",
        "https://shop.example.com:80, https://shop.example.com:80/",
        "https://shop.example.com?a=B, https://shop.example.com/?a=B",
        "https://User:Word@Shop/, https://User:Word@shop/",
        "https://[2001:DB8::1]:8443/a, https://[2001:db8:0:0:0:0:0:1]:8443/a",
        "ftp://Shop/, ftp://Shop/",
        "not an address, not an address"
    })
    void hasOneFormOfAWebAddress(String text, String form) {
        assertThat(CanonicalText.url(text)).isEqualTo(form);
    }
}
