package io.jenkins.plugins.securitycenter.gate;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.securitycenter.gate.GateFilter.Match;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateFilterTest {

    private static final String CVE = "CVE-2026-12345";

    @ParameterizedTest
    @CsvSource({"'', COUNT, WITHOUT_CVE", "CVE-2026-12345, COUNT, WITHOUT_SCORE", "CVE-2026-12345, IGNORE, NO"})
    void countsAMissingScoreOfACve(String cve, MissingScore missing, Match match) {
        Finding finding =
                finding().plugin(plugin(cve, "", null)).risk(risk(null, null)).build();
        for (GateCondition condition : List.of(
                new GateCondition(false, 7, 0, ""),
                new GateCondition(false, 0, 7, ""),
                condition(new RiskCondition(false, 10, false, 0)))) {
            assertThat(filter(condition, missing).test(finding)).isEqualTo(match);
        }
    }

    @Test
    void aLowScoreIsNotMadeUpForByAMissingOne() {
        Finding finding =
                finding().plugin(plugin(CVE, "", null)).risk(risk(3.0, null)).build();
        GateCondition both = new GateCondition(false, 7, 7, "");

        assertThat(filter(both, MissingScore.COUNT).test(finding)).isEqualTo(Match.NO);
    }

    @ParameterizedTest
    @CsvSource({"97, 97, YES", "97, 98, NO", "100, 100, YES", "1.1, 2, NO", "35, 35, YES", "0, 1, NO", "0.97, 1, NO"})
    void comparesEpssScoresInPercent(double score, double minimum, Match match) {
        Finding finding =
                finding().plugin(plugin(CVE, "", null)).risk(risk(null, score)).build();

        assertThat(filter(condition(new RiskCondition(false, minimum, false, 0)), MissingScore.COUNT)
                        .test(finding))
                .isEqualTo(match);
    }

    @ParameterizedTest
    @CsvSource({
        "CISA-KNOWN-EXPLOITED:2024/06/03, YES",
        "cisa-known-exploited:soon, YES",
        "CISA-KNOWN-EXPLOITED, YES",
        "CISA-KNOWN-EXPLOITED-NOT:1, NO",
        "CWE:200, NO",
        "'', NO"
    })
    void knowsWhatIsExploited(String xref, Match match) {
        Finding finding = finding().plugin(plugin(CVE, xref, null)).build();

        assertThat(filter(condition(new RiskCondition(true, 0, false, 0)), MissingScore.COUNT)
                        .test(finding))
                .isEqualTo(match);
    }

    /** What a server does not say must not make the verdict better. */
    @ParameterizedTest
    @CsvSource({
        "true, true, YES",
        "true, , WITHOUT_EXPLOIT",
        ", true, WITHOUT_EXPLOIT",
        ", , WITHOUT_EXPLOIT",
        "false, , NO",
        ", false, NO"
    })
    void countsExploitsThatAreUnknown(Boolean available, Boolean listed, Match match) {
        Plugin plugin = new Plugin(
                "1",
                "Name",
                "Family",
                "",
                "",
                "",
                List.of(CVE),
                List.of(),
                Plugin.CheckType.REMOTE,
                Boolean.TRUE.equals(listed) ? List.of("CISA-KNOWN-EXPLOITED:2024/06/03") : List.of(),
                Optional.empty(),
                listed == null ? Set.of(Plugin.Field.XREF) : Set.of());
        Risk risk = new Risk(
                Optional.ofNullable(available),
                OptionalDouble.empty(),
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                false,
                "",
                false);
        GateCondition both =
                new GateCondition(true, 0, 0, "", new RiskCondition(true, 0, false, 0), ScopeCondition.ALL);

        assertThat(filter(both, MissingScore.COUNT)
                        .test(finding().plugin(plugin).risk(risk).build()))
                .isEqualTo(match);
    }

    @Test
    void countsWhatHasAPatch() {
        GateFilter filter = filter(condition(new RiskCondition(false, 0, true, 0)), MissingScore.COUNT);

        assertThat(filter.test(finding().plugin(plugin(CVE, "", Instant.EPOCH)).build()))
                .isEqualTo(Match.YES);
        assertThat(filter.test(finding().plugin(plugin(CVE, "", null)).build())).isEqualTo(Match.NO);
    }

    /** In Auckland, 13 hours ahead of UTC, it is already the next day. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-09T10:59:59Z, 1, YES",
        "2026-01-09T11:00:00Z, 1, NO",
        "2026-01-09T11:00:00Z, 0, YES",
        "2026-01-08T11:00:00Z, 1, YES",
        "2026-01-10T12:00:00Z, 1, NO",
        "2026-01-10T12:00:01Z, 1, WITHOUT_DATE",
        "2106-02-07T06:28:15Z, 1, WITHOUT_DATE",
        ", 1, WITHOUT_DATE"
    })
    void countsDaysInTheZoneOfTheController(Instant seen, int days, Match match) {
        BuildDay day = new BuildDay(Instant.parse("2026-01-09T12:00:00Z"), ZoneId.of("Pacific/Auckland"));
        GateCondition condition = condition(new RiskCondition(false, 0, false, days));

        assertThat(new GateFilter(gate(condition), MissingScore.COUNT, day)
                        .test(finding().firstSeen(seen).build()))
                .isEqualTo(match);
    }

    @ParameterizedTest
    @CsvSource({
        "cve-2026-12345, '', '', YES",
        "CVE-2026-1111, '', '', NO",
        "'CVE-2026-1111,CVE-2026-12345', '', '', YES",
        "'', 192.0.2.0/24, '', YES",
        "'', 198.51.100.0/24, '', NO",
        "'', *.EXAMPLE.com, '', YES",
        "'', *.example.org, '', NO",
        "'', NETBIOS, '', NO",
        "'', '', 443, YES",
        "'', '', '80,400-500', YES",
        "'', '', 80, NO",
        "CVE-2026-12345, 192.0.2.7, 80, NO"
    })
    void countsWhatIsInScope(String cve, String host, String port, Match match) {
        ScopeCondition scope = new ScopeCondition(
                ScopeCondition.entries(cve), ScopeCondition.entries(host), ScopeCondition.entries(port));
        Finding finding = finding()
                .plugin(plugin(CVE, "", null))
                .host(new Host("192.0.2.7", "", "www.example.com", "NETBIOS", "", ""))
                .port(443)
                .build();

        assertThat(filter(condition(scope), MissingScore.COUNT).test(finding)).isEqualTo(match);
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example.com/cart, YES",
        "https://shop.example.org/, WITHOUT_HOST",
        "https://192.0.2.9:8443/, YES",
        "https://192.0.2.8:8443/, WITHOUT_HOST",
        "https://[2001:db8::9]/, YES",
        "https://shop.example.com/cart?a=b|c, YES",
        "https://user@my_shop.example.com:8443/, YES",
        "https://user@example.com:x@192.0.2.8/, WITHOUT_HOST",
        "'', WITHOUT_HOST",
        "not a url, WITHOUT_HOST"
    })
    void comparesTheHostOfAWebApplication(String url, Match match) {
        ScopeCondition scope =
                new ScopeCondition(List.of(), List.of("*.example.com", "192.0.2.9", "2001:db8::/64"), List.of());
        Finding finding = finding().host(new Host("", "", "", "", url, "")).build();

        assertThat(filter(condition(scope), MissingScore.COUNT).test(finding)).isEqualTo(match);
    }

    /** Findings of web applications need not have a port of their own. */
    @ParameterizedTest
    @CsvSource({
        "https://shop.example.com/cart, 0, YES",
        "HTTPS://shop.example.com, 0, YES",
        "http://shop.example.com/, 0, NO",
        "http://shop.example.com:443/?a=b|c, 0, YES",
        "https://user@[2001:db8::9]/, 0, YES",
        "https://shop.example.com:8443/, 0, NO",
        "https://shop.example.com/, 8443, NO",
        "https://shop.example.com:8443/, 443, YES",
        "ftp://shop.example.com/, 0, WITHOUT_PORT",
        "https://my_shop.example.com:/, 0, YES",
        "https://my_shop.example.com:8443/, 0, NO",
        "https://shop.example.com:70000/, 0, WITHOUT_PORT",
        "https://shop.example.com:x/, 0, WITHOUT_PORT",
        "https:///cart, 0, WITHOUT_PORT",
        "not a url, 0, WITHOUT_PORT",
        "'', 0, NO"
    })
    void comparesThePortOfAWebApplication(String url, int port, Match match) {
        ScopeCondition scope = new ScopeCondition(List.of(), List.of(), List.of("443"));
        Finding finding =
                finding().host(new Host("", "", "", "", url, "")).port(port).build();

        assertThat(filter(condition(scope), MissingScore.COUNT).test(finding)).isEqualTo(match);
    }

    @Test
    void countsAWebApplicationWithoutAPortAmongWholeHosts() {
        ScopeCondition scope = new ScopeCondition(List.of(), List.of(), List.of("0"));
        Finding finding = finding()
                .host(new Host("", "", "", "", "https://shop.example.com/", ""))
                .port(0)
                .build();

        assertThat(filter(condition(scope), MissingScore.COUNT).test(finding)).isEqualTo(Match.YES);
    }

    @ParameterizedTest
    @CsvSource({"web servers, YES", "' Web Servers ', YES", "Windows, NO", "'', WITHOUT_FAMILY", "' ', WITHOUT_FAMILY"})
    void countsAPluginWhoseFamilyIsUnknown(String family, Match match) {
        Plugin plugin = new Plugin(
                "7",
                "",
                family,
                "",
                "",
                "",
                List.of(),
                List.of(),
                Plugin.CheckType.REMOTE,
                List.of(),
                Optional.empty());

        assertThat(filter(new GateCondition(false, 0, 0, "Web Servers"), MissingScore.COUNT)
                        .test(finding().plugin(plugin).build()))
                .isEqualTo(match);
    }

    /** A row without the field does not say that there is none. */
    @ParameterizedTest
    @CsvSource({
        "CVE, '', WITHOUT_CVES",
        "CVE, CVE-2024-2222, WITHOUT_CVES",
        "CVE, CVE-2024-1111, YES",
        "PATCH_DATE, '', NO",
        "XREF, CVE-2024-2222, NO"
    })
    void countsAPluginWhoseCvesAreUnknown(Plugin.Field unknown, String cve, Match match) {
        ScopeCondition scope = new ScopeCondition(List.of("CVE-2024-1111"), List.of(), List.of());

        assertThat(filter(condition(scope), MissingScore.COUNT)
                        .test(finding().plugin(without(unknown, cve)).build()))
                .isEqualTo(match);
    }

    @ParameterizedTest
    @CsvSource({"PATCH_DATE, WITHOUT_PATCH", "CVE, NO", "XREF, NO"})
    void countsAPluginWhosePatchIsUnknown(Plugin.Field unknown, Match match) {
        RiskCondition patched = new RiskCondition(false, 0, true, 0);

        assertThat(filter(condition(patched), MissingScore.COUNT)
                        .test(finding().plugin(without(unknown, "")).build()))
                .isEqualTo(match);
    }

    /** It may have a CVE whose score is still missing. */
    @ParameterizedTest
    @CsvSource({"CVE, WITHOUT_SCORE", "XREF, WITHOUT_CVE"})
    void countsAFindingWithoutAScoreIfItsCvesAreUnknown(Plugin.Field unknown, Match match) {
        Finding finding =
                finding().plugin(without(unknown, "")).risk(risk(null, null)).build();

        assertThat(filter(new GateCondition(false, 7, 0, ""), MissingScore.COUNT)
                        .test(finding))
                .isEqualTo(match);
    }

    private static Plugin without(Plugin.Field unknown, String cve) {
        Plugin plugin = plugin(cve, "", null);
        return new Plugin(
                plugin.id(),
                plugin.name(),
                plugin.family(),
                "",
                "",
                "",
                plugin.cves(),
                List.of(),
                plugin.checkType(),
                List.of(),
                Optional.empty(),
                Set.of(unknown));
    }

    /** A name that the scanner could not look up must not take the host out of the gate. */
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, www.example.com, *.example.com, YES",
        "192.0.2.7, www.example.org, *.example.com, NO",
        "192.0.2.7, '', *.example.com, WITHOUT_HOST",
        "192.0.2.7, '', 192.0.2.0/24, YES",
        "192.0.2.7, '', 198.51.100.0/24, NO",
        "192.0.2.7, '', '198.51.100.0/24,*.example.com', WITHOUT_HOST",
        "'', www.example.com, 192.0.2.0/24, WITHOUT_HOST",
        "'', www.example.com, '192.0.2.0/24,*.example.com', YES",
        "odd, www.example.com, 192.0.2.0/24, WITHOUT_HOST"
    })
    void countsAHostThatCannotBeCompared(String ip, String name, String hosts, Match match) {
        ScopeCondition scope = new ScopeCondition(List.of(), ScopeCondition.entries(hosts), List.of());
        Finding finding =
                finding().host(new Host(ip, "", name, "NETBIOS", "", "")).build();

        assertThat(filter(condition(scope), MissingScore.COUNT).test(finding)).isEqualTo(match);
    }

    @Test
    void doesNotCountForItsHostWhatAnotherConditionRulesOut() {
        GateCondition condition = new GateCondition(
                false,
                7,
                0,
                "",
                RiskCondition.NONE,
                new ScopeCondition(List.of(), List.of("*.example.com"), List.of()));
        Finding finding = finding()
                .host(new Host("192.0.2.7", "", "", "", "", ""))
                .plugin(plugin(CVE, "", null))
                .risk(risk(3.0, null))
                .build();

        assertThat(filter(condition, MissingScore.COUNT).test(finding)).isEqualTo(Match.NO);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CVE-1 |           |       | cve "CVE-1" is not a CVE; use a name such as CVE-2021-44228.
                  | 192.0.2.x*y/ |    | host "192.0.2.x*y/" is not a valid address, network or host name; use an address
                  |           | 65536 | port "65536" is not a port; use a number from 0 to 65535, or a range such as
                  |           | 90-80 | port "90-80" is not a port; use a number from 0 to 65535, or a range such as
            """)
    void saysWhatIsWrong(String cve, String host, String port, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScopeCondition(list(cve), list(host), list(port)))
                .withMessageStartingWith(sentence);
    }

    @Test
    void saysWhichNumbersAreAllowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RiskCondition(false, 101, false, 0))
                .withMessage("minimumEpss \"101\" is not allowed; use a percentage from 0 (no minimum) to 100, such as"
                        + " 10.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RiskCondition(false, 0, false, -1))
                .withMessage("olderThanDays \"-1\" is not allowed; use a whole number of days from 0 (findings of any"
                        + " age) to 36500.");
    }

    private static List<String> list(String text) {
        return text == null ? List.of() : ScopeCondition.entries(text);
    }

    private static GateFilter filter(GateCondition condition, MissingScore missing) {
        return new GateFilter(gate(condition), missing, GateEvaluations.DAY);
    }

    private static Gate gate(GateCondition condition) {
        return new Gate(1, Severity.INFO, Gate.Type.TOTAL, condition, Gate.Result.UNSTABLE);
    }

    private static GateCondition condition(RiskCondition risk) {
        return new GateCondition(false, 0, 0, "", risk, ScopeCondition.ALL);
    }

    private static GateCondition condition(ScopeCondition scope) {
        return new GateCondition(false, 0, 0, "", RiskCondition.NONE, scope);
    }

    static Plugin plugin(String cve, String xref, Instant patch) {
        return new Plugin(
                "1",
                "Name",
                "Family",
                "",
                "",
                "",
                cve.isEmpty() ? List.of() : Arrays.asList(cve.split(",")),
                List.of(),
                Plugin.CheckType.REMOTE,
                xref.isEmpty() ? List.of() : Arrays.asList(xref.split(",")),
                Optional.ofNullable(patch));
    }

    private static Risk risk(Double score, Double epss) {
        return new Risk(
                false, optional(score), score == null ? 0 : 3, optional(score), optional(epss), false, "", false);
    }

    private static OptionalDouble optional(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
