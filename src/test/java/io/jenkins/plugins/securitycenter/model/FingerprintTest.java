package io.jenkins.plugins.securitycenter.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FingerprintTest {

    private static final FindingKey KEY = new FindingKey("4", "192.0.2.1", 443, "TCP", "10107");

    @Test
    void staysWhatStoredBuildsHold() {
        assertThat(Fingerprint.text(Fingerprint.of(KEY))).isEqualTo("5e510b63af19970a");
        assertThat(Fingerprint.text(Fingerprint.ofHost("4", "192.0.2.1"))).isEqualTo("52af294d5719f0e0");
    }

    static Stream<FindingKey> others() {
        return Stream.of(
                new FindingKey("5", "192.0.2.1", 443, "TCP", "10107"),
                new FindingKey("4", "192.0.2.2", 443, "TCP", "10107"),
                new FindingKey("4", "192.0.2.1", 80, "TCP", "10107"),
                new FindingKey("4", "192.0.2.1", 443, "UDP", "10107"),
                new FindingKey("4", "192.0.2.1", 443, "TCP", "10108"),
                new FindingKey("41", "92.0.2.1", 443, "TCP", "10107"),
                new FindingKey("4", "192.0.2.1\0443", 0, "TCP", "10107"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void differsWithEveryField(FindingKey other) {
        assertThat(Fingerprint.of(other)).isNotEqualTo(Fingerprint.of(KEY));
    }

    @Test
    void ignoresTheCaseOfTheProtocol() {
        assertThat(Fingerprint.of(new FindingKey("4", "192.0.2.1", 443, "tcp", "10107")))
                .isEqualTo(Fingerprint.of(KEY));
    }

    @Test
    void hasSixteenDigits() {
        assertThat(Fingerprint.text(0x0F)).isEqualTo("000000000000000f");
        assertThat(Fingerprint.text(-1)).isEqualTo("ffffffffffffffff");
    }
}
