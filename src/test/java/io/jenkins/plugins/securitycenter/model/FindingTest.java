package io.jenkins.plugins.securitycenter.model;

import static io.jenkins.plugins.securitycenter.model.Json.attributes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTest {

    private static final String DETAILED = """
            {'pluginID':'73412','severity':{'id':'3','name':'High','description':'High Severity'},'acceptRisk':'0',
             'recastRisk':'1','ip':'192.0.2.7','uuid':'','port':'443','protocol':'TCP','pluginName':'Heartbleed',
             'firstSeen':'1545074182','lastSeen':'1545160582','exploitAvailable':'Yes','synopsis':'Leaks memory.',
             'description':'Reads beyond a buffer.','solution':'Upgrade.',
             'seeAlso':'http://example.com/a\\n\\n https://example.com/b ','baseScore':'5.0','cvssV3BaseScore':'7.5',
             'vprScore':'9.6','cve':'CVE-2014-0160','pluginText':'<plugin_output>Read 64 bytes</plugin_output>',
             'dnsName':'web.example.com','netbiosName':'','uniqueness':'repositoryID,ip,dnsName',
             'family':{'id':'11','name':'Web Servers','type':'active'},'repository':{'id':'4','name':'Outside'}}
            """;

    private final Finding detailed = read(attributes(DETAILED));

    @Test
    void readsASeverityAndAFamilyThatArePlain() {
        Finding finding = read(Json.attributes("{'pluginID':'1','severity':'4','family':'Web Servers'}"));
        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(finding.plugin().family()).isEqualTo("Web Servers");
    }

    @Test
    void readsTheWeaknessFromDetails() {
        assertThat(detailed.severity()).isEqualTo(Severity.HIGH);
        assertThat(detailed.plugin().name()).isEqualTo("Heartbleed");
        assertThat(detailed.plugin().family()).isEqualTo("Web Servers");
        assertThat(detailed.plugin().cves()).containsExactly("CVE-2014-0160");
        assertThat(detailed.plugin().seeAlso()).containsExactly("http://example.com/a", "https://example.com/b");
        assertThat(detailed.risk())
                .isEqualTo(new Risk(
                        true,
                        OptionalDouble.of(7.5),
                        3,
                        OptionalDouble.of(9.6),
                        OptionalDouble.empty(),
                        false,
                        "",
                        true));
    }

    @Test
    void readsPlaceTimesAndOutputFromDetails() {
        assertThat(detailed.host().label()).isEqualTo("web.example.com");
        assertThat(detailed.port()).isEqualTo(443);
        assertThat(detailed.repository()).isEqualTo(new ResourceReference("4", "Outside"));
        assertThat(detailed.firstSeen()).contains(Instant.ofEpochSecond(1545074182));
        assertThat(detailed.lastSeen()).contains(Instant.ofEpochSecond(1545160582));
        assertThat(detailed.output()).isEqualTo("Read 64 bytes");
    }

    @Test
    void readsTheSameFindingFromTheList() {
        Finding listed = read(attributes("""
                {'pluginID':'73412','severity':{'id':'3','name':'High'},'ip':'192.0.2.7','uuid':'','port':'443',
                 'protocol':'tcp','name':'Heartbleed','dnsName':'web.example.com','uniqueness':'repositoryID,ip,dnsName',
                 'family':{'id':'11','name':'Web Servers'},'repository':{'id':'4','name':'Outside'}}
                """));

        assertThat(listed.plugin().name()).isEqualTo("Heartbleed");
        assertThat(listed.plugin().description()).isEmpty();
        assertThat(listed.risk().cvss()).isEmpty();
        assertThat(listed.firstSeen()).isEmpty();
        assertThat(listed.key()).isEqualTo(detailed.key());
    }

    @Test
    void fallsBackToTheOlderScore() {
        assertThat(row("'baseScore':'5.0','cvssV3BaseScore':''").risk().cvss()).hasValue(5.0);
    }

    @Test
    void identifiesAWebFindingByItsAddress() {
        Finding web = read(attributes(
                "{'pluginID':'98000','severity':{'id':'2'},'url':'https://shop.example.com/cart','port':''}"));

        assertThat(web.key())
                .isEqualTo(new FindingKey("", HostKey.ofUrl("https://shop.example.com/cart"), 0, "", "98000"));
        assertThat(web.host().label()).isEqualTo("https://shop.example.com/cart");
    }

    @Test
    void goesByUuidWhereTheRepositoryDoes() {
        String row = "'ip':'192.0.2.7','hostUUID':'0af1','uniqueness':'%s'";

        assertThat(row(row.formatted("repositoryID,hostUUID")).key().host()).isEqualTo(HostKey.ofUuid("0af1"));
        assertThat(row(row.formatted("repositoryID,ip,dnsName")).key().host()).isEqualTo(HostKey.ofIp("192.0.2.7", ""));
    }

    @Test
    void readsTheResultOfAComplianceCheck() {
        Finding compliance = read(attributes(
                "{'pluginID':'1000017','severity':{'id':'3'},'ip':'192.0.2.7','port':'0','protocol':'TCP','pluginText':'"
                        + "<cm:compliance-result>FAILED</cm:compliance-result>"
                        + "<cm:compliance-actual-value>7</cm:compliance-actual-value>"
                        + "<cm:compliance-other>x</cm:compliance-other>"
                        + "<cm:compliance-policy-value>14\\n15</cm:compliance-policy-value>'}"));

        assertThat(compliance.output()).isEqualTo("Result: FAILED\nPolicy value:\n14\n15\nActual value: 7");
        assertThat(compliance.key()).isEqualTo(new FindingKey("", HostKey.ofIp("192.0.2.7", ""), 0, "TCP", "1000017"));
    }

    @Test
    void showsTheWorstOfSeveralResultsAndAllChecks() {
        Finding compliance = row("'pluginText':'"
                + "<cm:compliance-check-name>1.1 minimum length</cm:compliance-check-name>\\n"
                + "<cm:compliance-result>PASSED</cm:compliance-result>\\n"
                + "<cm:compliance-actual-value>14</cm:compliance-actual-value>\\n"
                + "<cm:compliance-check-name>1.2 history</cm:compliance-check-name>\\n"
                + "<cm:compliance-result>FAILED</cm:compliance-result>\\n"
                + "<cm:compliance-actual-value>0</cm:compliance-actual-value>\\n'");

        assertThat(compliance.output())
                .isEqualTo("Result: FAILED (the worst of 2)\n\nCheck: 1.1 minimum length\nResult: PASSED\n"
                        + "Actual value: 14\n\nCheck: 1.2 history\nResult: FAILED\nActual value: 0");
    }

    @ParameterizedTest
    @CsvSource({
        "FAILED,ERROR,FAILED",
        "PASSED,ERROR,ERROR",
        "WARNING,ERROR,ERROR",
        "passed,Warning,Warning",
        "PASSED,MANUAL,MANUAL",
        "MANUAL,WARNING,MANUAL",
        "FAILED,MANUAL,FAILED",
        "PASSED,SKIPPED,SKIPPED",
        "PASSED,PASSED,PASSED",
    })
    void knowsTheWorseResult(String one, String other, String worst) {
        for (List<String> results : List.of(List.of(one, other), List.of(other, one))) {
            String text = "<cm:compliance-result>"
                    + String.join("</cm:compliance-result><cm:compliance-result>", results)
                    + "</cm:compliance-result>";
            assertThat(ComplianceOutput.readable(text))
                    .startsWith("Result: " + worst + " (the worst of 2)\n\nResult: ");
        }
    }

    @Test
    void seesAResultThatAHostHidInAnotherElement() {
        String text = "<cm:compliance-result>PASSED</cm:compliance-result><cm:compliance-actual-value>x"
                + "</cm:compliance-actual-value><cm:compliance-info><cm:compliance-result>FAILED</cm:compliance-result>"
                + "</cm:compliance-info>";
        assertThat(ComplianceOutput.readable(text)).startsWith("Result: FAILED (the worst of 2)\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<cm:compliance-result>", "<cm:compliance-result></cm:compliance-result>", "<cm:compliance-"})
    void keepsWhatOnlyLooksLikeACheck(String text) {
        assertThat(row("'pluginText':'" + text + "'").output()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Read 64 bytes", "<plugin_output>cut off", "a </plugin_output>"})
    void keepsOutputThatIsNotWrapped(String text) {
        assertThat(row("'pluginText':'" + text + "'").output()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':'4','name':'Critical'}",
                "{'id':4}",
                "'4'",
                "4",
                "4.0",
                "'Critical'",
                "'critical'",
                "{'name':'Critical'}",
                "{'id':'Critical'}",
                "{'id':'4','name':''}",
                "[{'id':'4','name':'Critical'}]",
                "['4']",
                "{'id':'0','name':'Critical'}",
                "{'id':'4','name':'Info'}",
                "{'id':4e0,'name':null,'description':[]}",
            })
    void readsTheSeverityThatIsMeant(String severity) {
        assertThat(read(attributes("{'pluginID':'1','severity':" + severity + "}"))
                        .severity())
                .isEqualTo(Severity.CRITICAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':'5'}",
                "'5'",
                "null",
                "''",
                "[]",
                "{}",
                "{'id':'9'}",
                "{'id':-1,'name':''}",
                "{'id':'4','name':'Urgent'}",
                "{'id':'5','name':'Critical'}",
                "4.5",
                "true",
                "['4','3']",
                "'0x4'",
                "4294967296",
                "18446744073709551617",
            })
    void refusesASeverityThatIsNotUnderstood(String severity) {
        assertThatThrownBy(() -> read(attributes("{'pluginID':'1','severity':" + severity + "}")))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessage("severity " + severity.replace('\'', '"')
                        + " is not valid; expected Critical, High, Medium, Low or Info, or a number from 0 to 4.");
    }

    @Test
    void refusesARowWithoutSeverityOrPlugin() {
        assertThatThrownBy(() -> read(attributes("{'pluginID':'1'}")))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageStartingWith("severity is missing; ");
        for (String plugin : List.of("", "'pluginID':'',", "'pluginID':null,", "'pluginID':-1,", "'pluginID':{},")) {
            assertThatThrownBy(() -> read(attributes("{" + plugin + "'severity':'1'}")))
                    .isInstanceOf(UnreadableValueException.class)
                    .hasMessageStartingWith("pluginID ");
        }
    }

    @Test
    void shortensAValueThatIsNotUnderstood() {
        assertThatThrownBy(() -> row("'port':'" + "9".repeat(1000) + "'"))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessage("port \"" + "9".repeat(59) + "... is not valid; expected a port from 0 to 65535.");
    }

    @Test
    void readsThePluginThatIsMeant() {
        for (String plugin : List.of("'19506'", "19506", "19506.0", "'19506.0'", "1.9506e4", "' 19506 '")) {
            assertThat(read(attributes("{'severity':'1','pluginID':" + plugin + "}"))
                            .plugin()
                            .id())
                    .as(plugin)
                    .isEqualTo("19506");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"'443'|443", "443.0|443", "' 443 '|443", "''|0", "null|0", "65535|65535", "[]|0"})
    void readsPorts(String port, int read) {
        assertThat(row("'port':" + port).port()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'65536'", "70000", "'abc'", "-1", "443.5", "4294967739", "1e400", "true", "{'id':1}"})
    void refusesPortsThatAreNone(String port) {
        assertRefused("port", port);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'6'|TCP",
                "6|TCP",
                "6.0|TCP",
                "'6/tcp'|TCP",
                "'tcp'|TCP",
                "'TCP(6)'|TCP",
                "17|UDP",
                "'udp'|UDP",
                "'ICMP(1)'|ICMP",
                "1|ICMP",
                "['6']|TCP",
                "'sctp'|SCTP",
                "-1|``",
                "null|``",
                "''|``",
            })
    void readsProtocols(String protocol, String read) {
        assertThat(row("'protocol':" + protocol).protocol()).isEqualTo(read);
    }

    @Test
    void refusesAProtocolThatIsNone() {
        assertRefused("protocol", "true");
        assertRefused("protocol", "['6','17']");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'1545074182'",
                "1545074182",
                "1545074182.0",
                "1545074182000",
                "'1545074182000'",
                "'2018-12-17T19:16:22Z'",
                "'2018-12-17T20:16:22+01:00'",
                "'2018-12-17T20:16:22+0100'",
                "'2018-12-17t19:16:22.000z'",
                "'2018-12-17 19:16:22'",
                "'Mon, 17 Dec 2018 19:16:22 GMT'",
            })
    void readsTheTimeThatIsMeant(String time) {
        Finding finding = row("'firstSeen':" + time + ",'lastSeen':" + time);
        assertThat(finding.firstSeen()).contains(Instant.ofEpochSecond(1545074182));
        assertThat(finding.lastSeen()).contains(Instant.ofEpochSecond(1545074182));
    }

    @Test
    void takesTimesForMillisecondsIfTheyAreTooHighForSeconds() {
        assertThat(row("'lastSeen':9999999999").lastSeen()).contains(Instant.parse("2286-11-20T17:46:39Z"));
        assertThat(row("'lastSeen':10000000000").lastSeen()).contains(Instant.parse("1970-04-26T17:46:40Z"));
        assertThat(row("'lastSeen':9999999999999").lastSeen()).contains(Instant.parse("2286-11-20T17:46:39.999Z"));
        assertThat(row("'lastSeen':'9999-12-31T23:59:59Z'").lastSeen()).contains(Instant.parse("9999-12-31T23:59:59Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "0", "'-1'", "-1", "[]", "'0001-01-01T00:00:00Z'"})
    void knowsTimesThatMeanNever(String time) {
        assertThat(row("'lastSeen':" + time).lastSeen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'soon'",
                "1545074182000000",
                "1e400",
                "9223372036854775808",
                "true",
                "'2018-13-45'",
                "'+12345-01-01T00:00:00Z'",
                "'9999-12-31T23:59:59-01:00'"
            })
    void refusesTimesThatAreNotUnderstood(String time) {
        assertRefused("firstSeen", time);
        assertRefused("lastSeen", time);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'cvssV4BaseScore':'9.3'|9.3",
                "'cvssV4BaseScore':9.3,'cvssV3BaseScore':'7.5','baseScore':'10.0'|9.3",
                "'cvssV4BaseScore':'6.9','cvssV3BaseScore':'9.8'|6.9",
                "'cvssV4BaseScore':'0.0','cvssV3BaseScore':'9.8','baseScore':'10.0'|9.8",
                "'cvssV4BaseScore':0,'cvssV3BaseScore':'0.0','baseScore':'5.0'|5.0",
                "'cvssV4BaseScore':'N/A','cvssV3BaseScore':'','baseScore':'5,0'|5.0",
                "'cvssV3BaseScore':'-1','baseScore':5|5.0",
                "'cvssV3BaseScore':0|0.0",
                "'cvssV3BaseScore':'9,8'|9.8",
                "'cvssV3BaseScore':9.80|9.8",
            })
    void readsTheScoreThatIsMeant(String scores, double read) {
        assertThat(row(scores).risk().cvss()).hasValue(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CWE #200|CWE:200",
                "CWE:200|CWE:200",
                "CISA-KNOWN-EXPLOITED #2024/06/03|CISA-KNOWN-EXPLOITED:2024/06/03",
                "URL:https://example.com/#a|URL:https://example.com/#a",
                "CWE : 200|CWE:200",
                "CWE #200: a name|CWE:200: a name",
                "EDB|EDB",
            })
    void readsReferencesToCatalogues(String sent, String read) {
        assertThat(row("'xref':'" + sent + "'").plugin().xrefs()).containsExactly(read);
    }

    @ParameterizedTest
    @CsvSource({"local,LOCAL", "Remote,REMOTE", "summary,SUMMARY", "combined,UNKNOWN", "'',UNKNOWN"})
    void readsHowAPluginChecks(String word, Plugin.CheckType type) {
        assertThat(row("'checkType':'" + word + "'").plugin().checkType()).isEqualTo(type);
    }

    @Test
    void readsScoresAndDatesOfTheRisk() {
        Finding finding = row("'epssScore':'0.97','patchPubDate':'1545074182','acceptRiskRuleComment':'agreed'");
        assertThat(finding.risk().epssPercent()).hasValue(97);
        assertThat(finding.risk().acceptedComment()).isEqualTo("agreed");
        assertThat(finding.plugin().patchPublished()).hasValue(Instant.ofEpochSecond(1545074182));
        assertThat(row("'patchPubDate':'-1'").plugin().patchPublished()).isEmpty();
        assertThat(row("'cvssV4BaseScore':'6.9','cvssV3BaseScore':'9.8'").risk().cvssVersion())
                .isEqualTo(4);
        assertThat(row("'baseScore':'5.0'").risk().cvssVersion()).isEqualTo(2);
        assertThat(row("'port':1").risk().cvssVersion()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "AUTO, 0, 0",
        "AUTO, 0.5, 50",
        "AUTO, 1, 100",
        "AUTO, 1.5, 1.5",
        "FRACTION, 0.00043, 0.043",
        "FRACTION, 1, 100",
        "PERCENT, 0.5, 0.5",
        "PERCENT, 1, 1",
        "PERCENT, 97, 97"
    })
    void readsEpssScoresOnTheScaleOfTheServer(EpssScale scale, String score, double percent) {
        assertThat(epss(score, scale)).hasValue(percent);
    }

    @Test
    void namesTheScaleOfEpssScoresForTheLog() {
        assertThat(EpssScale.FRACTION.sentence()).isEqualTo("EPSS scores are read as fractions: 0.97 is 97 %");
    }

    @Test
    void refusesEpssScoresThatAreNotOnTheScaleOfTheServer() {
        assertThatThrownBy(() -> epss("1.5", EpssScale.FRACTION))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageContaining("a number from 0 to 1");
    }

    private static OptionalDouble epss(String score, EpssScale scale) {
        return new FindingReader(scale)
                .read(attributes("{'pluginID':'1','severity':'1','epssScore':" + score + "}"))
                .risk()
                .epssPercent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'high'", "100.1", "-2"})
    void refusesEpssScoresThatAreNone(String score) {
        assertThatThrownBy(() -> row("'epssScore':" + score))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageContaining("a number from 0 to 100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "null", "'N/A'", "'none'", "-1", "'-1.0'", "[]"})
    void knowsScoresThatMeanNone(String score) {
        assertThat(epss(score, EpssScale.FRACTION)).isEmpty();
        assertThat(row("'cvssV3BaseScore':" + score).risk().cvss()).isEmpty();
        assertThat(row("'vprScore':" + score).risk().vpr()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'high'", "'10.1'", "98", "1e400", "-2", "'NaN'", "'Infinity'", "true", "'0x5'", "'9.8f'"})
    void refusesScoresThatAreNone(String score) {
        for (String field : List.of("cvssV4BaseScore", "cvssV3BaseScore", "baseScore", "vprScore")) {
            assertRefused(field, score);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'Yes'|true",
                "'No'|false",
                "'1'|true",
                "'0'|false",
                "true|true",
                "1.0|true",
                "''|false",
                "null|false"
            })
    void readsWhetherThereIsAnExploit(String exploit, boolean read) {
        assertThat(row("'exploitAvailable':" + exploit).risk().exploitAvailable())
                .isEqualTo(read);
    }

    @Test
    void knowsWhatTheServerDoesNotSend() {
        Finding sent = row("'exploitAvailable':'No','xref':''");
        Finding others = row("'port':'443'");

        assertThat(sent.risk().exploit()).contains(false);
        assertThat(sent.plugin().listedByCisa()).contains(false);
        assertThat(others.risk().exploit()).isEmpty();
        assertThat(others.plugin().listedByCisa()).isEmpty();
        assertThat(others.risk().exploitAvailable() || others.plugin().knownExploited())
                .isFalse();
        assertThat(others.plugin().unknown()).containsExactlyInAnyOrder(Plugin.Field.values());
        assertThat(row("'cve':'','patchPubDate':'-1'").plugin().unknown()).containsExactly(Plugin.Field.XREF);
    }

    @Test
    void takesNoRiskForAcceptedUnlessTheServerSaysSo() {
        assertRefused("exploitAvailable", "'perhaps'");
        assertThat(row("'acceptRisk':'perhaps'").risk().accepted()).isFalse();
        assertThat(row("'acceptRisk':{'id':1}").risk().accepted()).isFalse();
        assertThat(row("'acceptRisk':'1'").risk().accepted()).isTrue();
    }

    @Test
    void readsOnlyTheHostOfASummary() {
        Finding finding = new FindingReader(EpssScale.AUTO)
                .readHost(attributes("{'ip':'192.0.2.7','repository':{'id':'4','name':'Outside'}}"));
        assertThat(finding.host().ip()).isEqualTo("192.0.2.7");
        assertThat(finding.repository()).isEqualTo(new ResourceReference("4", "Outside"));
        assertThat(finding.plugin().id()).isEmpty();
    }

    private static Finding row(String fields) {
        return read(attributes("{'pluginID':'1','severity':'1'," + fields + "}"));
    }

    private static void assertRefused(String field, String value) {
        assertThatThrownBy(() -> row("'" + field + "':" + value))
                .as(value)
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageStartingWith(field + " ")
                .hasMessageContaining(" is not valid; expected ");
    }

    @Test
    void changesNothingButWhatIsAskedFor() {
        Finding whole = SampleFinding.finding().build();

        Finding earlier = whole.firstSeenAt(Instant.EPOCH);
        assertThat(earlier.firstSeen()).contains(Instant.EPOCH);
        assertThat(earlier.firstSeenAt(whole.firstSeen().orElseThrow())).isEqualTo(whole);

        Finding other = whole.withOutput("nginx");
        assertThat(other.output()).isEqualTo("nginx");
        assertThat(other.withOutput(whole.output())).isEqualTo(whole);
    }

    @Test
    void keepsItsScoresWhenItsRiskIsAccepted() {
        Finding open = SampleFinding.finding().build();
        Finding accepted = open.accepted("agreed");

        assertThat(accepted.risk())
                .isEqualTo(new Risk(
                        false,
                        OptionalDouble.of(7.5),
                        3,
                        OptionalDouble.of(6.1),
                        OptionalDouble.empty(),
                        true,
                        "agreed",
                        false));
        assertThat(accepted)
                .isEqualTo(SampleFinding.finding().risk(accepted.risk()).build());
    }

    @Test
    void keepsItsIdentityWithoutItsTexts() {
        Finding whole = SampleFinding.finding().build();
        Finding brief = whole.brief();
        assertThat(brief.key()).isEqualTo(whole.key());
        assertThat(brief.severity()).isEqualTo(whole.severity());
        assertThat(brief.risk()).isEqualTo(whole.risk());
        assertThat(brief.firstSeen()).isEqualTo(whole.firstSeen());
        assertThat(brief.output()).isEmpty();
        assertThat(brief.plugin())
                .isEqualTo(new Plugin(
                        "10107",
                        "HTTP Server Type",
                        "Web Servers",
                        "",
                        "",
                        "",
                        List.of("CVE-2020-0001"),
                        List.of(),
                        Plugin.CheckType.REMOTE,
                        List.of(),
                        Optional.empty()));
    }

    private static Finding read(Attributes row) {
        return new FindingReader(EpssScale.AUTO).read(row);
    }
}
