package io.jenkins.plugins.securitycenter.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingMergerTest {

    private static final Finding LOW = row(
            "'severity':{'id':'1'},'acceptRisk':'1','exploitAvailable':'Yes',"
                    + "'cvssV3BaseScore':'3.1','vprScore':'9.2','firstSeen':'1600000000','lastSeen':'1700000000','pluginText':'low'");
    private static final Finding CRITICAL = row("'severity':{'id':'4'},'acceptRisk':'0','exploitAvailable':'No',"
            + "'cvssV3BaseScore':'9.8','firstSeen':'1650000000','lastSeen':'1690000000','pluginText':'critical'");

    @Test
    void takesTheWorseOfEachValue() {
        Finding worse = FindingMerger.of(LOW, CRITICAL);

        assertThat(worse.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(worse.output()).isEqualTo("critical");
        assertThat(worse.risk().accepted()).isFalse();
        assertThat(worse.risk().exploitAvailable()).isTrue();
        assertThat(worse.risk().cvss()).hasValue(9.8);
        assertThat(worse.risk().vpr()).hasValue(9.2);
        assertThat(worse.firstSeen()).contains(Instant.ofEpochSecond(1600000000));
        assertThat(worse.lastSeen()).contains(Instant.ofEpochSecond(1700000000));
        assertThat(worse.key()).isEqualTo(LOW.key());
    }

    @Test
    void knowsOnlyWhatBothRowsSayUnlessItIsWorse() {
        Finding unknown = row("'severity':'2'");
        Finding no = row("'severity':'2','exploitAvailable':'No','xref':''");
        Finding yes = row("'severity':'2','exploitAvailable':'Yes','xref':'CISA-KNOWN-EXPLOITED #2024/06/03'");

        assertThat(FindingMerger.of(unknown, no).risk().exploit()).isEmpty();
        assertThat(FindingMerger.of(unknown, no).plugin().listedByCisa()).isEmpty();
        assertThat(FindingMerger.of(unknown, yes).risk().exploit()).contains(true);
        assertThat(FindingMerger.of(unknown, yes).plugin().listedByCisa()).contains(true);
        assertThat(FindingMerger.of(no, no).risk().exploit()).contains(false);
        assertThat(FindingMerger.of(no, row("'severity':'2','cve':''")).plugin().unknown())
                .containsExactlyInAnyOrder(Plugin.Field.values());
    }

    @Test
    void doesNotDependOnTheOrder() {
        assertThat(FindingMerger.of(CRITICAL, LOW)).isEqualTo(FindingMerger.of(LOW, CRITICAL));
    }

    @Test
    void doesNotDependOnTheOrderOfEquallyGraveRows() {
        Finding one = row("'severity':'2','baseScore':'9.0','pluginText':'one'");
        Finding two = row("'severity':'2','cvssV3BaseScore':'9.0','pluginText':'two'");

        assertThat(FindingMerger.of(one, two)).isEqualTo(FindingMerger.of(two, one));
        assertThat(FindingMerger.of(one, two).risk().cvssVersion()).isEqualTo(3);
    }

    /** Two scanners report on one host, only one of which logged in. */
    @ParameterizedTest
    @CsvSource({
        "Credentialed checks : yes, Credentialed checks : no",
        "Credentialed checks : yes, ''",
        "Port range : all, Port range : 1-1024",
        "Port range : all, ''"
    })
    void knowsNothingThatReportsOnTheScanDisagreeAbout(String one, String other) {
        Finding first = report(one);
        Finding second = report(other);

        assertThat(FindingMerger.of(second, first)).isEqualTo(FindingMerger.of(first, second));
        ScanInformation merged =
                ScanInformation.of(FindingMerger.of(first, second).output());
        assertThat(merged.login()).isEmpty();
        assertThat(merged.ports()).isEqualTo(ScannedPorts.UNKNOWN);
        assertThat(FindingMerger.of(first, first)).isEqualTo(first);
    }

    @Test
    void keepsWhatReportsOnTheScanAgreeAbout() {
        Finding merged = FindingMerger.of(
                report("Port range : all\nCredentialed checks : yes\nScan duration : 7 sec"),
                report("Port range : all\nScan duration : 9 sec"));

        assertThat(merged.output()).isEqualTo("Port range : all");
    }

    @Test
    void takesTheOlderPluginFeed() {
        Finding old = report("Plugin feed version : 202601010000");
        Finding recent = report("Plugin feed version : 202611270312");

        assertThat(ScanInformation.of(FindingMerger.of(old, recent).output()).pluginFeed())
                .contains(Instant.parse("2026-01-01T00:00:00Z"));
    }

    private static Finding report(String output) {
        return SampleFinding.finding()
                .plugin(ScanInformation.PLUGIN)
                .output(output)
                .build();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "'severity':'2'|'severity':'1','exploitAvailable':'Yes','baseScore':'9.0'",
                "'severity':'2','acceptRisk':'0'|'severity':'2','acceptRisk':'1','exploitAvailable':'Yes'",
                "'severity':'2','exploitAvailable':'Yes'|'severity':'2','exploitAvailable':'No','baseScore':'9.0'",
                "'severity':'2','baseScore':'9.0'|'severity':'2','baseScore':'8.9','vprScore':'9.0'",
                "'severity':'2','baseScore':'0'|'severity':'2'",
                "'severity':'2','vprScore':'5.0'|'severity':'2','vprScore':'4.9'",
            })
    void takesTheTextsOfTheWorseRow(String worse, String other) {
        Finding one = row(worse + ",'pluginText':'worse','pluginName':'Worse'");
        Finding two = row(other + ",'pluginText':'other','pluginName':'Other'");

        for (Finding merged : new Finding[] {FindingMerger.of(one, two), FindingMerger.of(two, one)}) {
            assertThat(merged.output()).isEqualTo("worse");
            assertThat(merged.plugin().name()).isEqualTo("Worse");
        }
    }

    @Test
    void takesTheHigherOfEachScore() {
        Finding one = row("'severity':'2','vprScore':'5.0','epssScore':'0.5'");
        Finding two = row("'severity':'1','vprScore':'6.0','epssScore':'0.25'");

        for (Risk merged : new Risk[] {
            FindingMerger.of(one, two).risk(), FindingMerger.of(two, one).risk()
        }) {
            assertThat(merged.vpr()).hasValue(6);
            assertThat(merged.epssPercent()).hasValue(50);
            assertThat(merged.cvss()).isEmpty();
        }
        assertThat(FindingMerger.of(one, row("'severity':'1'")).risk().vpr()).hasValue(5);
    }

    @Test
    void knowsWhatEitherRowSaysOfThePlugin() {
        Finding known = row("'severity':{'id':'1'},'xref':'CISA-KNOWN-EXPLOITED #2024/06/03','cve':'CVE-2024-0001',"
                + "'patchPubDate':'1600000000','checkType':'remote'");
        Finding worse = row("'severity':{'id':'4'},'xref':'CWE #200','cve':'CVE-2024-0002','checkType':'local'");

        for (Plugin merged : new Plugin[] {
            FindingMerger.of(known, worse).plugin(),
            FindingMerger.of(worse, known).plugin()
        }) {
            assertThat(merged.knownExploited()).isTrue();
            assertThat(merged.xrefs()).containsExactly("CISA-KNOWN-EXPLOITED:2024/06/03", "CWE:200");
            assertThat(merged.cves()).containsExactly("CVE-2024-0001", "CVE-2024-0002");
            assertThat(merged.patchPublished()).contains(Instant.ofEpochSecond(1600000000));
            assertThat(merged.checkType()).isEqualTo(Plugin.CheckType.UNKNOWN);
        }
    }

    @Test
    void isAcceptedOnlyIfBothAre() {
        assertThat(FindingMerger.of(LOW, LOW).risk().accepted()).isTrue();
    }

    private static Finding row(String fields) {
        String json =
                ("{'pluginID':'7','ip':'192.0.2.1','port':'443','protocol':'TCP'," + fields + "}").replace('\'', '"');
        try {
            return new FindingReader(EpssScale.AUTO).read(Attributes.of(new ObjectMapper().readTree(json)));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
