package io.jenkins.plugins.securitycenter.model.resource;

import static io.jenkins.plugins.securitycenter.model.Json.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostAssetTest {

    @ParameterizedTest
    @CsvSource({
        "web, web.example.com, web",
        "'', web.example.com, web.example.com",
        "'', '', 192.0.2.1",
    })
    void isCalledByItsDnsNameOrElseItsAddressIfItHasNoName(String name, String dnsName, String called) {
        HostAsset host =
                HostAsset.of(attributes("{'name':'" + name + "','dns':'" + dnsName + "','ipAddress':'192.0.2.1'}"));

        assertThat(host.name()).isEqualTo(called);
        assertThat(host.dnsName()).isEqualTo(dnsName);
        assertThat(host.ip()).isEqualTo("192.0.2.1");
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "'', 0af1"})
    void isIdentifiedByItsUuidIfItHasNoId(String id, String identity) {
        assertThat(HostAsset.of(attributes("{'id':'" + id + "','uuid':'0af1'}")).id())
                .isEqualTo(identity);
    }
}
