package io.jenkins.plugins.securitycenter.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;

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
    void doesNotDependOnTheOrder() {
        assertThat(FindingMerger.of(CRITICAL, LOW)).isEqualTo(FindingMerger.of(LOW, CRITICAL));
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
            return Finding.of(Attributes.of(new ObjectMapper().readTree(json)));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
