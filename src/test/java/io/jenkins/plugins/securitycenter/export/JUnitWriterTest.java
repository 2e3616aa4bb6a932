package io.jenkins.plugins.securitycenter.export;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.export.ExportOptions.Grouping;
import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JUnitWriterTest {

    private static final Risk ACCEPTED =
            new Risk(true, OptionalDouble.empty(), 0, OptionalDouble.empty(), OptionalDouble.empty(), true, "", true);

    @Test
    void isValidWithoutFindings() {
        assertThat(new JUnitDocument(Exports.text(ExportFormat.JUNIT)).number("count(//testsuite)"))
                .isZero();
    }

    @Test
    void groupsByHost() {
        JUnitDocument xml = export(
                Grouping.HOST,
                finding().ip("192.0.2.2").build(),
                finding().ip("192.0.2.1").build(),
                finding().ip("192.0.2.2").port(80).build());

        assertThat(xml.texts("//testsuite/@name")).containsExactly("192.0.2.1", "192.0.2.2");
        assertThat(xml.texts("//testsuite/@tests")).containsExactly("1", "2");
        assertThat(xml.texts("//testsuite[2]/testcase/@classname"))
                .containsExactly("hosts.192_0_2_2", "hosts.192_0_2_2");
        assertThat(xml.texts("//testsuite[2]/testcase/@name"))
                .containsExactly("HTTP Server Type (10107) on port 443/TCP", "HTTP Server Type (10107) on port 80/TCP");
    }

    @Test
    void groupsByPlugin() {
        JUnitDocument xml = export(
                Grouping.PLUGIN,
                finding().ip("192.0.2.2").build(),
                finding().plugin("20811").port(0).build(),
                finding().ip("192.0.2.1").build());

        assertThat(xml.texts("//testsuite/@name"))
                .containsExactly("HTTP Server Type (10107)", "HTTP Server Type (20811)");
        assertThat(xml.texts("//testsuite[1]/testcase/@classname"))
                .containsOnly("Web Servers.HTTP Server Type (10107)");
        assertThat(xml.texts("//testsuite[1]/testcase/@name"))
                .containsExactly("192.0.2.1, port 443/TCP", "192.0.2.2, port 443/TCP");
        assertThat(xml.texts("//testsuite[2]/testcase/@name")).containsExactly("web.example.com (192.0.2.1)");
    }

    @ParameterizedTest
    @CsvSource({"CRITICAL, 1", "HIGH, 1", "MEDIUM, 0", "INFO, 0"})
    void failsFromTheSeverityOn(Severity severity, int failures) {
        ExportOptions options = new ExportOptions(
                "id",
                "1",
                Grouping.HOST,
                Severity.HIGH,
                false,
                SarifSelection.DEFAULT,
                CsvColumn.DEFAULT,
                false,
                RecordedBuild.UNKNOWN);
        JUnitDocument xml = new JUnitDocument(Exports.text(
                ExportFormat.JUNIT, options, Map.of(finding().severity(severity).build(), FindingState.NEW)));

        assertThat(xml.number("count(//failure)")).isEqualTo(failures);
        assertThat(xml.number("/testsuites/@failures")).isEqualTo(failures);
        assertThat(xml.number("/testsuites/@tests")).isEqualTo(1);
    }

    @Test
    void saysWhatIsWrongAndWhatToDo() {
        JUnitDocument xml = export(Grouping.HOST, finding().build());

        assertThat(xml.texts("//failure/@message")).containsExactly("High: A web server runs.");
        assertThat(xml.texts("//failure"))
                .containsExactly("It tells its type.\n\nHide it.\n\nCVE-2020-0001\n\nhttps://example.com/a\n\nApache");
    }

    @ParameterizedTest
    @EnumSource
    void namesAHostOfWhichNothingIsKnown(Grouping grouping) {
        Finding nowhere =
                finding().host(new Host("", "", "", "", "", "")).port(0).build();

        assertThat(export(grouping, nowhere).texts("//testsuite/@name | //testcase/@name"))
                .contains("unknown host");
    }

    @Test
    void skipsAcceptedRisks() {
        JUnitDocument xml = export(Grouping.HOST, finding().risk(ACCEPTED).build());

        assertThat(xml.texts("//skipped/@message")).containsExactly("The risk was accepted in SecurityCenter.");
        assertThat(xml.number("//testsuite/@skipped")).isEqualTo(1);
        assertThat(xml.number("count(//failure)")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"FIXED, 1, 0", "NOT_SCANNED, 0, 0", "OUTSTANDING, 1, 1", "UNKNOWN, 1, 1"})
    void passesWhatIsFixed(FindingState state, int tests, int failures) {
        JUnitDocument xml = new JUnitDocument(Exports.text(
                ExportFormat.JUNIT, ExportOptions.DEFAULT, Map.of(finding().build(), state)));

        assertThat(xml.number("count(//testcase)")).isEqualTo(tests);
        assertThat(xml.number("count(//failure)")).isEqualTo(failures);
    }

    @Test
    void replacesWhatXmlForbids() {
        JUnitDocument xml = export(Grouping.HOST, Exports.hostile());

        assertThat(xml.texts("//failure").get(0))
                .contains("<img src=x onerror=alert(1)>]]>\uFFFD\uFFFD\uFFFD\uFFFD\u2028")
                .endsWith("é\uD83D\uDE00");
    }

    @Test
    void cutsLongOutput() {
        JUnitDocument xml = export(
                Grouping.HOST, finding().output("x".repeat(10_000) + "yz").build());

        assertThat(xml.texts("//failure").get(0)).endsWith("xxx\n... (2 more characters)");
    }

    @Test
    void tellsThatTheScanIsPartial() {
        JUnitDocument xml = new JUnitDocument(Exports.text(
                ExportFormat.JUNIT,
                ExportOptions.DEFAULT.ofScan(true),
                finding().build(),
                Exports.web()));

        assertThat(xml.texts("//testsuite/properties/property[@name='partialScan']/@value"))
                .containsExactly("true", "true");
        assertThat(export(Grouping.HOST, finding().build()).number("count(//properties)"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"true, true, partialScan nothingScanned", "true, false, partialScan", "false, true, nothingScanned"})
    void saysWhyThereMayBeNoFindings(boolean partial, boolean nothing, String properties) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FindingWriter writer = ExportFormat.JUNIT.writer(out, ExportOptions.DEFAULT.ofScan(partial))) {
            writer.begin();
            if (nothing) {
                writer.nothingScanned();
            }
            writer.end();
        }
        JUnitDocument xml = new JUnitDocument(out.toString(StandardCharsets.UTF_8));

        assertThat(xml.texts("//testsuite/properties/property[@value='true']/@name"))
                .containsExactly(properties.split(" "));
        assertThat(xml.number("count(//testcase)")).isZero();
        assertThat(xml.texts("//@tests")).containsOnly("0");
    }

    @Test
    void namesTheRepositoryOfAHostInTwo() {
        Finding outside = finding().build();
        Finding inside = finding().repository("5", "Inside").build();
        Finding alone = finding().ip("192.0.2.7").build();

        assertThat(export(Grouping.HOST, outside, inside, alone).texts("//testcase/@name"))
                .containsExactly(
                        "HTTP Server Type (10107) on port 443/TCP",
                        "HTTP Server Type (10107) on port 443/TCP, repository Outside",
                        "HTTP Server Type (10107) on port 443/TCP, repository Inside");
        assertThat(export(Grouping.PLUGIN, inside, outside, alone).texts("//testcase/@name"))
                .containsExactly(
                        "192.0.2.7, port 443/TCP",
                        "web.example.com (192.0.2.1), port 443/TCP, repository Outside",
                        "web.example.com (192.0.2.1), port 443/TCP, repository Inside");
    }

    @Test
    void namesTheRepositoryOfAllTestsOfAHostInTwo() {
        Finding outside = finding().build();
        Finding inside = finding().repository("5", "").port(80).build();

        assertThat(export(Grouping.HOST, outside, inside).texts("//testcase/@name"))
                .containsExactly(
                        "HTTP Server Type (10107) on port 443/TCP, repository Outside",
                        "HTTP Server Type (10107) on port 80/TCP, repository 5");
    }

    @Test
    void tellsApartTestsOfOneName() {
        Finding tcp = finding().port(0).protocol("TCP").build();
        Finding icmp = finding().port(0).protocol("ICMP").build();
        Finding udp = finding().port(0).protocol("UDP").build();
        JUnitDocument together = export(
                Grouping.HOST, tcp, icmp, udp, finding().plugin("20811").port(0).build());

        assertThat(together.texts("//testcase/@name"))
                .containsExactlyInAnyOrder(named(tcp), named(icmp), named(udp), "HTTP Server Type (20811)")
                .doesNotHaveDuplicates();
        assertThat(export(Grouping.HOST, tcp).texts("//testcase/@name")).containsExactly("HTTP Server Type (10107)");
    }

    @Test
    void cutsLongNames() {
        String name = "x".repeat(1 << 20);
        JUnitDocument xml = export(
                Grouping.HOST,
                finding().host(new Host("192.0.2.1", "", name, "", "", "")).build());

        assertThat(xml.texts("//testsuite/@name")).containsExactly("x".repeat(254) + "\u2026");
    }

    private static String named(Finding finding) {
        return "HTTP Server Type (10107) [" + Fingerprint.text(Fingerprint.of(finding)) + "]";
    }

    private static JUnitDocument export(Grouping grouping, Finding... findings) {
        ExportOptions options = new ExportOptions(
                "id",
                "1",
                grouping,
                Severity.LOW,
                false,
                SarifSelection.DEFAULT,
                CsvColumn.DEFAULT,
                false,
                RecordedBuild.UNKNOWN);
        return new JUnitDocument(Exports.text(ExportFormat.JUNIT, options, findings));
    }
}
