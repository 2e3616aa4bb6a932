package io.jenkins.plugins.securitycenter.model;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanCoverageTest {

    private static final String HERE = "'repository':{'id':'4','name':'Outside'}";
    private static final String PROGRESS =
            "'progress':{'scannedIPs':'192.0.2.7-192.0.2.9,192.0.2.1','scanningIPs':'','deadHostIPs':'2001:db8::/64'}";
    /** The sample was last seen 2018-12-18T19:16:22Z. */
    private static final long SEEN =
            finding().build().lastSeen().map(Instant::getEpochSecond).orElseThrow();

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "192.0.2.7", "192.0.2.8", "192.0.2.9", "2001:db8::5", "", "host.example.com"})
    void hasNoObjectionToHostsThatTheScanDealtWith(String ip) {
        assertThat(coverage(HERE, PROGRESS).mismatch(finding().ip(ip).build())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.0", "192.0.2.2", "192.0.2.10", "2001:db8:0:1::5"})
    void objectsToOtherHosts(String ip) {
        assertThat(coverage(HERE, PROGRESS).mismatch(finding().ip(ip).build()))
                .hasValue("on host " + ip + ", which that scan did not reach");
    }

    @Test
    void objectsToOtherRepositories() {
        assertThat(coverage("'repository':{'id':'5','name':'Inside'}", PROGRESS)
                        .mismatch(finding().build()))
                .hasValue("in repository \"Outside\" instead of \"Inside\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'progress':[]", "'progress':{}", "'progress':{'scannedIPs':'10.0.0.1,a lot'}"})
    void hasNoObjectionWhenTheServerTellsNoAddresses(String progress) {
        assertThat(coverage("'repository':{'id':-1}", progress)
                        .mismatch(finding().ip("198.51.100.1").build()))
                .isEmpty();
    }

    @Test
    void judgesWebApplicationsByTheirRepositoryOnly() {
        Finding web = finding()
                .host(new Host("", "", "", "", "https://shop.example.com/cart", ""))
                .build();
        assertThat(coverage(HERE, PROGRESS).mismatch(web)).isEmpty();
    }

    @Test
    void knowsWhatIsOlderThanTheScan() {
        assertThat(begun(SEEN + 86_401, 3).before(finding().build())).isTrue();
        assertThat(begun(SEEN + 86_399, 3).before(finding().build())).isFalse();
        assertThat(begun(SEEN + 864_000, -1).before(finding().build()))
                .as("an imported file may be old")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'resultType':'agent'",
                "'dataFormat':'Agent'",
                "'repository':{'id':'4','dataFormat':'agent'}",
                "'agentScanUUID':'0d3b1c5e'",
                "'name':'Daily Agent Scan [Agent Scan Import]'"
            })
    void doesNotJudgeAgentsByTheBeginOfTheScan(String sign) {
        assertThat(began(SEEN + 864_000, sign).before(finding().build())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'resultType':'active','dataFormat':'IPv4','agentScanUUID':'-1'",
                "'agentScanUUID':'','repository':{'id':'4','dataFormat':'universal'}",
                "'agentScanUUID':null,'name':'Agent Scan'"
            })
    void judgesOtherScansByTheirBegin(String signs) {
        assertThat(began(SEEN + 864_000, signs).before(finding().build())).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "'progress':{'scannedIPs':'192.0.2.7-192.0.2.9','scannedSize':3,'deadHostSize':5}; 3",
                "'progress':{'scannedIPs':'','scannedSize':0,'deadHostIPs':'192.0.2.0/24','deadHostSize':256}; 0",
                "'progress':{'scannedSize':'0'}; 0",
                "'progress':{'scannedIPs':'192.0.2.1'}; 1",
                "'progress':{'scannedIPs':'192.0.2.1','scannedSize':0}; 1",
                "'progress':[],'scannedIPs':'0','totalIPs':'256','scan':{'id':'3'}; 0",
                "'progress':[],'scannedIPs':'0','totalIPs':'-1','scan':{'id':'-1'}; 0",
            })
    void knowsHowManyHostsAnswered(String numbers, long reached) {
        ScanCoverage coverage = coverage("'status':'Completed','importStatus':'Finished'", numbers);
        assertThat(coverage.reached()).hasValue(reached);
        assertThat(coverage.reachedNothing()).isEqualTo(reached == 0);
        assertThat(coverage("'status':'Completed','importStatus':'No Results'", numbers)
                        .reached())
                .hasValue(reached);
        for (String state : List.of(
                "'status':'Running','importStatus':'No Results'",
                "'status':'Completed','importStatus':'Error'",
                "'status':'Completed','importStatus':'Blocked'",
                "'status':'Error','importStatus':'No Results'",
                "'name':'no status'")) {
            assertThat(coverage(state, numbers).reachedNothing()).as(state).isFalse();
            assertThat(coverage(state, numbers).reached()).as(state).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'progress':[]",
                "'progress':[],'scannedIPs':'256','totalIPs':'256','scan':{'id':'3'}",
                "'progress':[],'scannedIPs':'-1','totalIPs':'256','scan':{'id':'3'}",
                "'progress':[],'scannedIPs':'0','totalIPs':'-1','scan':{'id':'3'}",
                "'progress':[],'scannedIPs':'0','totalIPs':'9','resultType':'agent','scan':{'id':'3'}",
            })
    void doesNotGuessHowManyHostsAnswered(String numbers) {
        ScanCoverage coverage = coverage("'status':'Completed','importStatus':'Finished'", numbers);
        assertThat(coverage.reached()).isEmpty();
        assertThat(coverage.reachedNothing()).isFalse();
    }

    @Test
    void knowsHowManyAddressesItHas() {
        assertThat(coverage(HERE, "'totalIPs':'256'").total()).hasValue(256);
        assertThat(coverage(HERE, "'totalIPs':'5','progress':{'totalIPs':'256'}")
                        .total())
                .as("the larger number is the stricter one")
                .hasValue(256);
        for (String unknown : List.of("'totalIPs':'-1','progress':[]", "'totalIPs':'0'", "'totalIPs':'many'")) {
            assertThat(coverage(HERE, unknown).total()).as(unknown).isEmpty();
        }
    }

    private static ScanCoverage began(long time, String signs) {
        return coverage("'startTime':'" + time + "','scan':{'id':'3'}", signs);
    }

    @Test
    void knowsPartialScans() {
        assertThat(coverage(HERE, "'status':'Partial'").partial()).isTrue();
        assertThat(coverage(HERE, "'status':'Completed'").partial()).isFalse();
        assertThat(coverage(HERE, "'status':'Error'").partial()).isTrue();
        assertThat(coverage(HERE, "'status':'Running'").partial()).isTrue();
        assertThat(coverage(HERE, PROGRESS).partial())
                .as("its status is not known")
                .isTrue();
    }

    private static ScanCoverage begun(long time, int scan) {
        return coverage("'startTime':'" + time + "'", "'scan':{'id':'" + scan + "'}");
    }

    private static ScanCoverage coverage(String one, String other) {
        return ScanCoverage.of(Json.attributes("{" + one + "," + other + "}"));
    }
}
