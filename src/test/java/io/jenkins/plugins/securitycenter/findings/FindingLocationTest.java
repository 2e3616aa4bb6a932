package io.jenkins.plugins.securitycenter.findings;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.HostileTexts;
import io.jenkins.plugins.securitycenter.export.Exports;
import io.jenkins.plugins.securitycenter.model.Host;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingLocationTest {

    @Test
    void namesHostsForPeople() {
        assertThat(FindingLocation.host(finding().build().host())).isEqualTo("web.example.com (192.0.2.1)");
        assertThat(FindingLocation.host(finding().ip("192.0.2.7").build().host()))
                .isEqualTo("192.0.2.7");
        assertThat(FindingLocation.host(Exports.web().host())).isEqualTo("https://shop.example.com/cart/a b?id=1#top");
    }

    @Test
    void namesPlacesForMachines() {
        assertThat(FindingLocation.qualified(finding().build())).isEqualTo("192.0.2.1:443/TCP");
        assertThat(FindingLocation.qualified(finding().ip("2001:db8::1").build()))
                .isEqualTo("[2001:db8::1]:443/TCP");
        assertThat(FindingLocation.qualified(finding().port(0).build())).isEqualTo("192.0.2.1");
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example.com/cart/a b?id=1#top, web/shop.example.com/cart/a%20b",
        "HTTP://shop.example.com, web/shop.example.com",
        "https://shop.example.com:8443//a/../b, web/shop.example.com%3A8443/a/_/b",
        "ftp://shop.example.com/x, hosts/ftp%3A%2F%2Fshop.example.com%2Fx"
    })
    void makesUrisOfWebAddresses(String url, String uri) {
        assertThat(FindingLocation.uri(new Host("", "", "", "", url, ""))).isEqualTo(uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"192.0.2.1", "2001:db8::1", "..", "a/../../b", "", "%2e%2e", "a b\u0000\n", HostileTexts.MIXED})
    void makesUrisThatStayBelowTheHosts(String ip) {
        String uri = FindingLocation.uri(new Host(ip, "", "", "", "", ""));

        assertThat(URI.create("file:/source/" + uri).normalize().getRawPath())
                .startsWith("/source/hosts/")
                .hasSizeGreaterThan("/source/hosts/".length());
    }
}
