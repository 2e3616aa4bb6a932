package io.jenkins.plugins.securitycenter.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.model.HostPattern;
import io.jenkins.plugins.securitycenter.model.PortRange;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionFileTest {

    private static final String RULE = "ignore:\n  - plugin: 51192\n    until: 2027-03-31\n    reason: Own authority\n";

    @Test
    void readsARule() {
        SuppressionRule rule = parse("""
                # why
                ignore:
                  - plugin: 51192
                    hosts: ['192.0.2.0/24', '*.lab.example.com']
                    ports: [443, 8000-8099]
                    severity: [medium, Low]
                    until: 2027-03-31
                    reason: 'Own authority,
                      SEC-1234'
                """).rules().get(0);
        assertThat(rule)
                .isEqualTo(new SuppressionRule(
                        3,
                        Selector.PLUGIN,
                        List.of("51192"),
                        List.of(HostPattern.parse("192.0.2.0/24"), HostPattern.parse("*.lab.example.com")),
                        List.of(new PortRange(443, 443), new PortRange(8000, 8099)),
                        Set.of(Severity.MEDIUM, Severity.LOW),
                        LocalDate.of(2027, 3, 31),
                        "Own authority, SEC-1234"));
        assertThat(rule.text())
                .isEqualTo("plugin 51192 on 192.0.2.0/24, *.lab.example.com port 443, 8000-8099 of severity Low,"
                        + " Medium");
    }

    @Test
    void readsEachSelector() {
        assertThat(parse("""
                ignore:
                  - {cve: CVE-2024-3094, until: 2027-03-31, reason: a}
                  - {cve: [CVE-2024-3094, cve-2024-3095], until: 2027-03-31, reason: a}
                  - {family: Web Servers, until: 2027-03-31, reason: a}
                  - {fingerprint: 0123456789012345, until: 2027-03-31, reason: a}
                """).rules().stream().map(SuppressionRule::text))
                .containsExactly(
                        "cve CVE-2024-3094",
                        "cve CVE-2024-3094, cve-2024-3095",
                        "family Web Servers",
                        "fingerprint 0123456789012345");
    }

    @Test
    void acceptsAFileWithoutRules() {
        assertThat(parse("ignore:\n").rules()).isEmpty();
        assertThat(parse("\uFEFFignore: []\n").rules()).isEmpty();
        assertThat(parse(RULE.replace("\n", "\r\n")).rules()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "until: 2027-03-31 | untill: 2027-03-31 | 3 | 5 | unknown key \"untill\"; use plugin, cve, family,"
                        + " fingerprint, hosts, ports, severity, until, reason.",
                "until: 2027-03-31 | severity: Low | 2 | 5 | until is missing; add the last day of the rule, such as"
                        + " until: 2027-03-31.",
                "reason: Own authority | severity: Low | 2 | 5 | reason is missing; add why the finding is"
                        + " suppressed.",
                "reason: Own authority | reason: '  ' | 4 | 13 | reason is empty; enter a value.",
                "reason: Own authority | reason: | 4 | 12 | reason is empty; enter a value.",
                "reason: Own authority | reason: [a] | 4 | 13 | reason must be a single value.",
                "until: 2027-03-31 | until: 2027-02-30 | 3 | 12 | until \"2027-02-30\" is not a date; use a date such"
                        + " as 2027-03-31.",
                "until: 2027-03-31 | until: never | 3 | 12 | until \"never\" is not a date; use a date such as"
                        + " 2027-03-31.",
                "until: 2027-03-31 | until: 2027-03-31T10:00:00Z | 3 | 12 | until \"2027-03-31T10:00:00Z\" is not a"
                        + " date; use a date such as 2027-03-31.",
                "reason: Own authority | cve: CVE-2024-3094 | 4 | 10 | plugin and cve are set; set exactly one of"
                        + " plugin, cve, family, fingerprint.",
                "plugin: 51192 | severity: Low | 2 | 5 | the rule selects nothing; set exactly one of plugin, cve,"
                        + " family, fingerprint.",
                "plugin: 51192 | plugin: [51192] | 2 | 13 | plugin must be a single value.",
                "plugin: 51192 | plugin: '*' | 2 | 13 | plugin: \"*\" is not a plugin ID; use its number, such as"
                        + " 51192.",
                "plugin: 51192 | cve: [] | 2 | 10 | cve is empty; enter a value, or leave the key out.",
                "plugin: 51192 | cve: [CVE-2024-3094, 'CVE-*'] | 2 | 26 | cve: \"CVE-*\" is not a CVE; use its"
                        + " number, such as CVE-2024-3094.",
                "plugin: 51192 | fingerprint: abc | 2 | 18 | fingerprint: \"abc\" is not a fingerprint; use the 16"
                        + " hexadecimal digits that exports contain.",
                "reason: Own authority | until: 2027-03-30 | 4 | 5 | until is set twice; set it once.",
                "reason: Own authority | severity: hihg | 4 | 15 | severity: Unknown severity \"hihg\". Use Critical,"
                        + " High, Medium, Low or Info.",
                "reason: Own authority | ports: [80, 65536] | 4 | 17 | ports: \"65536\" is not a port; use a number"
                        + " from 0 to 65535, or a range such as 8000-8099.",
                "reason: Own authority | ports: 90-80 | 4 | 12 | ports: \"90-80\" is not a port; use a number from 0"
                        + " to 65535, or a range such as 8000-8099.",
                "reason: Own authority | reason: *a | 4 | 13 | YAML anchors, aliases and tags are not allowed; write"
                        + " the value in full.",
                "reason: Own authority | reason: &a b | 4 | 13 | YAML anchors, aliases and tags are not allowed;"
                        + " write the value in full.",
                "plugin: 51192 | plugin: !!java.util.Date 1 | 2 | 13 | YAML anchors, aliases and tags are not allowed;"
                        + " write the value in full.",
                "reason: Own authority | ? [a] : b | 4 | 7 | unknown key \"\"; use plugin, cve, family, fingerprint,"
                        + " hosts, ports, severity, until, reason.",
                "ignore: | ignored: | 1 | 1 | unknown key \"ignored\"; use ignore."
            })
    void refusesWhatItDoesNotUnderstand(String part, String other, int line, int column, String problem) {
        assertRefused(RULE.replace(part, other), line, column, problem);
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.0/33", "192.0.2.256", "192.0.2.*", "*", "'web_[a-z]'", "192.0.2.9-192.0.2.1", "'*.a..b'"})
    void refusesWhatIsNoHost(String host) {
        assertRefused(
                RULE.replace("reason:", "hosts: '" + host + "'\n    reason:"),
                4,
                12,
                "hosts: \"" + host + "\" is not a valid address, network or host name; use an address (192.0.2.1), a"
                        + " range (192.0.2.1-192.0.2.9), a network (192.0.2.0/24) or a DNS name in which * stands for"
                        + " any characters (*.lab.example.com).");
    }

    @Test
    void refusesWhatIsNoListOfRules() {
        assertRefused("", 1, 1, "the file is empty; begin with the key ignore.");
        assertRefused("# nothing\n", 1, 1, "the file is empty; begin with the key ignore.");
        assertRefused("{}", 1, 1, "the key ignore is missing; add it with a list of rules.");
        assertRefused("- plugin: 1\n", 1, 1, "the file must be a map with the keys ignore.");
        assertRefused("ignore:\n  plugin: 1\n", 2, 3, "ignore must be a list of rules; begin each rule with a hyphen.");
        assertRefused(
                "ignore:\n  - 51192\n",
                2,
                5,
                "a rule must be a map with the keys plugin, cve, family, fingerprint, hosts, ports, severity, until,"
                        + " reason.");
        assertRefused(
                "ignore:\n" + "  - a\n".repeat(1001), 1002, 5, "the file has more than 1000 rules; use fewer rules.");
        assertRefused(
                RULE.replace("Own", "x".repeat(501)),
                4,
                13,
                "reason is longer than 500 characters; use a shorter one.");
    }

    @Test
    void refusesControlCharacters() {
        assertRefused(
                RULE.replace("Own authority", "\"\\e[8m\""), 4, 13, "reason contains a control character; remove it.");
    }

    @Test
    void refusesWhatIsNoYaml() {
        assertRefused("ignore:\n  - plugin: [1\n", 3, 1, "the file is not valid YAML: ");
        assertRefused("ignore:\n\t- plugin: 1\n", 2, 1, "the file is not valid YAML: ");
        assertRefused(RULE + "---\n" + RULE, 5, 1, "the file is not valid YAML: ");
        assertRefused("ignore:\n - \u0007\n", 2, 4, "the file contains a character that YAML does not allow.");
        assertRefused("ignore: " + "[".repeat(100_000) + "]".repeat(100_000), 1, 1, "the file is not valid YAML: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SuppressionFile.parse("a.yaml", new byte[] {'a', (byte) 0xFF}))
                .withMessage("suppressions \"a.yaml\" is not valid UTF-8; save the file in UTF-8.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SuppressionFile.parse("a.yaml", new byte[SuppressionFile.MOST_BYTES + 1]))
                .withMessage("suppressions \"a.yaml\" is larger than 1 MB; use fewer rules.");
    }

    @Test
    void acceptsWhatIsJustWithinItsLimits() {
        String comments = ("#".repeat(63) + "\n").repeat(SuppressionFile.MOST_BYTES / 64);
        String largest = RULE + comments.substring(RULE.length());
        String most = "ignore:\n" + RULE.replace("ignore:\n", "").repeat(1000);
        String longest = RULE.replace("Own authority", "x".repeat(500));

        assertThat(parse(largest).rules()).hasSize(1);
        assertThat(parse(most).rules()).hasSize(1000);
        assertThat(parse(longest).rules()).extracting(SuppressionRule::reason).containsExactly("x".repeat(500));
    }

    @Test
    void shortensWhatIsLongInMessages() {
        String forty = "x".repeat(40);

        assertRefused(RULE.replace("2027-03-31", forty), 3, 12, "until \"" + forty + "\" is not a date; ");
        assertRefused(RULE.replace("2027-03-31", forty + "y"), 3, 12, "until \"" + forty + "...\" is not a date; ");
        assertThat(named("x".repeat(193)).text()).isEqualTo("family " + "x".repeat(193));
        assertThat(named("x".repeat(194)).text()).isEqualTo("family " + "x".repeat(193) + "...");
    }

    @Test
    void findsRulesThatAnotherFileLacks() {
        SuppressionFile own = parse(RULE + RULE.replace("ignore:\n", "").replace("51192", "10107"));
        assertThat(own.without(parse("# moved\n" + RULE)).stream().map(SuppressionRule::text))
                .containsExactly("plugin 10107");
        assertThat(own.without(SuppressionFile.NONE)).hasSize(2);
        assertThat(parse(RULE).without(parse(RULE.replace("2027", "2026")))).hasSize(1);
    }

    private static SuppressionRule named(String family) {
        return parse(RULE.replace("plugin: 51192", "family: " + family)).rules().get(0);
    }

    private static void assertRefused(String text, int line, int column, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(text))
                .withMessageStartingWith(
                        "suppressions \"a.yaml\", line " + line + ", column " + column + ": " + problem)
                .satisfies(e -> assertThat(e.getMessage()).endsWith(".").doesNotContain("\n"));
    }

    private static SuppressionFile parse(String text) {
        return SuppressionFile.parse("a.yaml", text.getBytes(StandardCharsets.UTF_8));
    }
}
