package io.jenkins.plugins.securitycenter.model;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FingerprintTest {

    private static final FindingKey KEY = key("4", "192.0.2.1", 443, "TCP", "10107");

    @Test
    void staysWhatExportsHold() {
        assertThat(Fingerprint.text(plain(KEY))).isEqualTo("f37394d18f5b7b64");
        assertThat(Fingerprint.text(Fingerprint.of(finding().build()))).isEqualTo("742cc2620722b13c");
    }

    @Test
    void ofAHostStaysWhatExportsHold() {
        Host host = finding().build().host();
        Host respelled = new Host(host.ip(), "", host.dnsName().toUpperCase(Locale.ROOT), "", "", host.uniqueness());

        assertThat(Fingerprint.text(Fingerprint.of("4", host))).isEqualTo("ec648027d34b0da0");
        assertThat(Fingerprint.of("4", respelled)).isEqualTo(Fingerprint.of("4", host));
        assertThat(Fingerprint.of("5", host)).isNotEqualTo(Fingerprint.of("4", host));
    }

    @Test
    void isThatOfTheKeyInPlainSpelling() {
        Finding finding = finding().ip("192.0.2.1").build();
        assertThat(Fingerprint.of(finding)).isEqualTo(plain(finding.key()));
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8::1, 2001:DB8:0::1, '', ''",
        "192.0.2.1, ::ffff:192.0.2.1, '', ''",
        "192.0.2.1, 192.0.2.1, web.example.com, WEB.example.com."
    })
    void ignoresTheSpellingOfTheHost(String ip, String otherIp, String name, String otherName) {
        assertThat(Fingerprint.of(on(ip, name))).isEqualTo(Fingerprint.of(on(otherIp, otherName)));
    }

    @Test
    void tellsHostsOnOneAddressApart() {
        assertThat(Fingerprint.of(on("192.0.2.1", "a"))).isNotEqualTo(Fingerprint.of(on("192.0.2.1", "b")));
    }

    @Test
    void staysWithAnAgentThatMoves() {
        assertThat(Fingerprint.of(agent("192.0.2.1", "0AF1"))).isEqualTo(Fingerprint.of(agent("192.0.2.9", "0af1")));
    }

    static Stream<FindingKey> others() {
        return Stream.of(
                key("5", "192.0.2.1", 443, "TCP", "10107"),
                key("4", "192.0.2.2", 443, "TCP", "10107"),
                key("4", "192.0.2.1", 80, "TCP", "10107"),
                key("4", "192.0.2.1", 443, "UDP", "10107"),
                key("4", "192.0.2.1", 443, "TCP", "10108"),
                key("41", "92.0.2.1", 443, "TCP", "10107"),
                key("4", "192.0.2.1\0443", 0, "TCP", "10107"),
                new FindingKey("4", new HostKey("192.0.2.1", "", "a", "", ""), 443, "TCP", "10107"),
                new FindingKey("4", new HostKey("", "192.0.2.1", "", "", ""), 443, "TCP", "10107"),
                new FindingKey("4", new HostKey("", "", "192.0.2.1", "", ""), 443, "TCP", "10107"),
                new FindingKey("4", new HostKey("", "", "", "192.0.2.1", ""), 443, "TCP", "10107"),
                new FindingKey("4", new HostKey("", "", "", "", "192.0.2.1"), 443, "TCP", "10107"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void differsWithEveryField(FindingKey other) {
        assertThat(plain(other)).isNotEqualTo(plain(KEY));
    }

    @Test
    void ignoresTheCaseOfTheProtocol() {
        assertThat(plain(key("4", "192.0.2.1", 443, "tcp", "10107"))).isEqualTo(plain(KEY));
    }

    @Test
    void hasSixteenDigits() {
        assertThat(Fingerprint.text(0x0F)).isEqualTo("000000000000000f");
        assertThat(Fingerprint.text(-1)).isEqualTo("ffffffffffffffff");
    }

    private static long plain(FindingKey key) {
        return Fingerprint.of(key, FieldDigest.PLAIN);
    }

    private static FindingKey key(String repository, String ip, int port, String protocol, String plugin) {
        return new FindingKey(repository, new HostKey(ip, "", "", "", ""), port, protocol, plugin);
    }

    private static Finding on(String ip, String name) {
        return finding()
                .host(new Host(ip, "", name, "", "", "repositoryID,ip,dnsName"))
                .build();
    }

    private static Finding agent(String ip, String uuid) {
        return finding()
                .host(new Host(ip, uuid, "", "", "", "repositoryID,uuid"))
                .build();
    }

    @Test
    void cannotBeForeseenWithASecret() {
        FieldDigest secret = FieldDigest.secret();
        assertThat(Fingerprint.of(KEY, secret))
                .isEqualTo(Fingerprint.of(KEY, secret))
                .isNotEqualTo(Fingerprint.of(KEY, FieldDigest.secret()))
                .isNotEqualTo(plain(KEY));
    }
}
