package io.jenkins.plugins.securitycenter.model;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.Law;
import java.time.Instant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanInformationTest {

    private static final String TEXT = """
            Information about this scan :

            Nessus version : 10.8.3
            Plugin feed version : 202611270312
            Scanner edition used : Nessus
            Scan type : Normal
            Scan policy used : Weekly: port range : 1-2
            Scanner IP : 198.51.100.7
            Port range : 1-1024,8080
            Paranoia level : 1
            Credentialed checks : yes as 'sc' via ssh
            Scan duration : 214 sec
            """;

    @Test
    void readsWhatTheScannerReports() {
        ScanInformation information = ScanInformation.of(TEXT);

        assertThat(information.login()).contains(true);
        assertThat(information.pluginFeed()).contains(Instant.parse("2026-11-27T03:12:00Z"));
        assertThat(information.ports().covers(port(1024), true)).isTrue();
        assertThat(information.ports().covers(port(8080), true)).isTrue();
        assertThat(information.ports().covers(port(1025), true)).isFalse();
        assertThat(information.ports().covers(port(0), true)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Credentialed checks : yes, true",
        "Credentialed checks : YES as 'a:b' via ssh, true",
        "credentialed Checks:no, false",
        "Scan type : Windows Agent, true",
    })
    void readsLogins(String line, boolean login) {
        assertThat(ScanInformation.of(line).login()).contains(login);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Credentialed checks",
                "Credentialed checks : ",
                "Credentialed checks : yesterday",
                "Credentialed checks : not known",
                "Credentialed checks : yes\nCredentialed checks : no",
                "No Credentialed checks : yes",
                "Port range : 1-2-3",
                "Port range : 1-99999999999999",
                "Port range : ,",
                "Port range : defaults",
                "Port range : all\nPort range : 1",
                "Plugin feed version : 20261127",
                "Plugin feed version : 202613270312",
            })
    void knowsNothingOfOddTexts(String text) {
        ScanInformation information = ScanInformation.of(text);

        assertThat(information.login()).isEmpty();
        assertThat(information.ports().covers(port(443), true)).isFalse();
        assertThat(information.pluginFeed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "all, 65535, TCP, true",
        "default, 1, TCP, false",
        "default, 0, TCP, true",
        "'22, 80 , 443', 80, TCP, true",
        "'22,80', 443, TCP, false",
        "'T:1-1024,U:53', 53, UDP, true",
        "'T:1-1024,U:53', 54, UDP, false",
        "'T:1-1024,2000', 2000, udp, false",
        "'T:1-1024,2000', 2000, tcp, true",
        "9-3, 5, TCP, false",
    })
    void readsPortRanges(String range, int port, String protocol, boolean covered) {
        Finding finding = finding().port(port).protocol(protocol).build();

        assertThat(ScannedPorts.parse(range).covers(finding, false)).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({"default, true", "DEFAULT, true", "'22,80', false", "all, true", "other, false"})
    void looksAtADefaultPortAgain(String range, boolean covered) {
        assertThat(ScannedPorts.parse(range).covers(port(443), true)).isEqualTo(covered);
    }

    @Test
    void limitsPortRanges() {
        assertThat(ScannedPorts.parse("1,".repeat(5_000) + "443").covers(port(443), true))
                .isFalse();
    }

    @Provide
    Arbitrary<String> texts() {
        return ArbitraryFindings.text();
    }

    @Law
    void readsAnyText(@ForAll("texts") String text, @ForAll("texts") String other) {
        ScanInformation.of(text + "\nPort range :" + other + "\nPlugin feed version : " + text);
        assertThat(LoginReport.reason(finding().output(text).build())).doesNotContain("\n");
    }

    private static Finding port(int port) {
        return finding().port(port).build();
    }
}
