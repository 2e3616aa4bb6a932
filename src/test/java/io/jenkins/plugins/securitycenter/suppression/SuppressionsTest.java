package io.jenkins.plugins.securitycenter.suppression;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionsTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 31);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plugin: 10107 | true",
                "plugin: 1010 | false",
                "family: web servers | true",
                "family: Web | false",
                "cve: cve-2020-0001 | true",
                "cve: CVE-2020-0002 | false",
                "cve: [CVE-2020-0002, CVE-2020-0001] | true",
                "plugin: 10107, hosts: 192.0.2.0/24 | true",
                "plugin: 10107, hosts: 192.0.2.2-192.0.2.9 | false",
                "plugin: 10107, hosts: [198.51.100.1, 192.0.2.1] | true",
                "plugin: 10107, hosts: '*.example.com' | true",
                "plugin: 10107, hosts: '*.EXAMPLE.com.' | true",
                "plugin: 10107, hosts: 'w*b.*.com' | true",
                "plugin: 10107, hosts: example.com | false",
                "plugin: 10107, hosts: '*.example.org' | false",
                "plugin: 10107, hosts: netbios | false",
                "plugin: 10107, hosts: '*netbios*' | false",
                "plugin: 10107, ports: 443 | true",
                "plugin: 10107, ports: [80, 400-500] | true",
                "plugin: 10107, ports: 444-500 | false",
                "plugin: 10107, severity: High | true",
                "plugin: 10107, severity: [Medium, Critical] | false"
            })
    void coversWhatTheRuleSelects(String rule, boolean covered) {
        Finding finding = finding()
                .host(new Host("192.0.2.1", "", "web.example.com", "NETBIOS", "", "repositoryID,ip,dnsName"))
                .build();
        Suppressions suppressions = suppressions(rule);
        assertThat(suppressions.find(finding).isPresent()).isEqualTo(covered);
        assertThat(suppressions.report().unused().isEmpty()).isEqualTo(covered);
    }

    @Test
    void coversOnlyFindingsAllOfWhoseCvesAreListed() {
        Suppressions suppressions = suppressions("cve: [CVE-2020-0001, CVE-2020-0002]");
        assertThat(suppressions.find(withCves("CVE-2020-0002", "CVE-2020-0001")))
                .isPresent();
        assertThat(suppressions.find(withCves("CVE-2020-0001", "CVE-2020-0003")))
                .isEmpty();
        assertThat(suppressions.find(withCves())).isEmpty();
    }

    @Test
    void coversTheFingerprintThatExportsContain() {
        String fingerprint = Fingerprint.text(Fingerprint.of(finding().build()));
        Suppressions suppressions = suppressions("fingerprint: " + fingerprint);
        assertThat(suppressions.find(finding().build())).isPresent();
        assertThat(suppressions.find(finding().port(8443).build())).isEmpty();
    }

    @Test
    void holdsThroughTheEndOfItsDay() {
        assertThat(dated("2027-03-31").find(finding().build())).isPresent();
        assertThat(dated("2027-03-30").find(finding().build())).isEmpty();
        assertThat(dated("2027-03-30").report().expired()).hasSize(1);
        assertThat(dated("2027-03-30").report().unused()).isEmpty();
        assertThat(dated("2027-03-30").report().expiring()).isEmpty();
        assertThat(dated("2027-03-31").report().expired()).isEmpty();
        assertThat(dated("2027-03-31").report().expiring()).hasSize(1);
        assertThat(dated("2027-04-14").report().expiring()).hasSize(1);
        assertThat(dated("2027-04-15").report().expiring()).isEmpty();
    }

    @Test
    void namesTheFirstRuleThatCoversAFinding() {
        Suppressions suppressions = Suppressions.of(file("""
                        ignore:
                          - {family: Web Servers, until: 2027-04-30, reason: first}
                          - {plugin: 10107, until: 2027-05-31, reason: second}
                        """).rules(), SuppressionPolicy.DEFAULT, TODAY);
        assertThat(suppressions.find(finding().build()))
                .contains(new Suppression("family Web Servers", LocalDate.of(2027, 4, 30), "first"));
        assertThat(suppressions.report().unused()).isEmpty();
        assertThat(suppressions.restarted().report().unused()).hasSize(2);
    }

    @Test
    void doesNotSuppressWhatIsTooSevere() {
        SuppressionPolicy policy = new SuppressionPolicy(365, Optional.of(Severity.MEDIUM));
        Suppressions suppressions = Suppressions.of(rules("plugin: 10107", "2027-04-30"), policy, TODAY);
        Finding high = finding().build();
        assertThat(suppressions.find(high)).isEmpty();
        assertThat(suppressions.find(finding().severity(Severity.MEDIUM).build()))
                .isPresent();
        assertThat(suppressions.report().tooSevere()).isEqualTo(1);
        assertThat(suppressions.report().lines())
                .contains("Warning: counted 1 finding in spite of a suppression, because the administrators of this"
                        + " Jenkins do not allow the suppression of that severity");
    }

    @Test
    void administratorsLimitTheDaysOfARule() {
        SuppressionFile file = file("ignore: [{plugin: 1, until: 2028-03-30, reason: a}]");
        SuppressionPolicy.DEFAULT.check(file, TODAY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SuppressionPolicy.DEFAULT.check(file, TODAY.minusDays(1)))
                .withMessage("suppressions \"a.yaml\", line 1: until 2028-03-30 is more than 365 days ahead, which the"
                        + " administrators of this Jenkins do not allow; use a date up to 2028-03-29.");
    }

    @Test
    void administratorsCanForbidSuppressions() {
        SuppressionPolicy none = new SuppressionPolicy(365, Optional.empty());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> none.check(file("ignore: []"), TODAY))
                .withMessage("suppressions \"a.yaml\" is set, but the administrators of this Jenkins do not allow"
                        + " suppressions; remove the parameter.");
        assertThat(none.allows(Severity.INFO)).isFalse();
    }

    @Test
    void listsAtMostTenRulesOfAKindInTheLog() {
        assertThat(lines(10, "2027-01-01"))
                .hasSize(10)
                .endsWith("Expired suppression, which suppresses nothing: line 11: plugin 10 until 2027-01-01 (Old)");
        assertThat(lines(12, "2027-01-01"))
                .hasSize(11)
                .startsWith("Expired suppression, which suppresses nothing: line 2: plugin 1 until 2027-01-01 (Old)")
                .endsWith("Expired suppression, which suppresses nothing: 2 more");
    }

    @Test
    void saysInTheLogWhichRulesNeedAttention() {
        assertThat(lines(1, "2027-04-14"))
                .containsExactly(
                        "Warning: suppression ends within 14 days: line 2: plugin 1 until 2027-04-14 (Old)",
                        "Unused suppression, which covers no finding: line 2: plugin 1 until 2027-04-14 (Old)");
        assertThat(lines(1, "2027-04-15"))
                .containsExactly(
                        "Unused suppression, which covers no finding: line 2: plugin 1 until 2027-04-15 (Old)");
    }

    @Test
    void suppressesNothingWithoutRules() {
        Suppressions none = Suppressions.none();

        assertThat(none.find(finding().build())).isEmpty();
        assertThat(none.report()).isEqualTo(SuppressionReport.NONE);
        assertThat(none.report().lines()).isEmpty();
    }

    @Test
    void saysWhyAFindingIsSuppressed() {
        assertThat(new Suppression("plugin 51192", LocalDate.of(2027, 3, 31), "SEC-1234").text())
                .isEqualTo("Suppressed until 2027-03-31: SEC-1234");
    }

    private static List<String> lines(int rules, String until) {
        StringBuilder text = new StringBuilder("ignore:\n");
        for (int i = 1; i <= rules; i++) {
            text.append("  - {plugin: " + i + ", until: " + until + ", reason: Old}\n");
        }
        return Suppressions.of(file(text.toString()).rules(), SuppressionPolicy.DEFAULT, TODAY)
                .report()
                .lines();
    }

    private static Suppressions suppressions(String rule) {
        return Suppressions.of(rules(rule, "2027-12-31"), SuppressionPolicy.DEFAULT, TODAY);
    }

    private static Suppressions dated(String until) {
        return Suppressions.of(rules("plugin: 10107", until), SuppressionPolicy.DEFAULT, TODAY);
    }

    private static List<SuppressionRule> rules(String rule, String until) {
        return file("ignore: [{" + rule + ", until: " + until + ", reason: a}]").rules();
    }

    private static SuppressionFile file(String text) {
        return SuppressionFile.parse("a.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Finding withCves(String... cves) {
        Plugin plain = finding().build().plugin();
        return finding()
                .plugin(new Plugin(
                        plain.id(),
                        plain.name(),
                        plain.family(),
                        plain.synopsis(),
                        plain.description(),
                        plain.solution(),
                        List.of(cves),
                        plain.seeAlso(),
                        plain.checkType(),
                        plain.xrefs(),
                        plain.patchPublished()))
                .build();
    }
}
