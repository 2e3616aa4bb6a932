package io.jenkins.plugins.securitycenter.model;

import static io.jenkins.plugins.securitycenter.model.Json.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTest {

    private static final String DETAILED =
            """
            {'pluginID':'73412','severity':{'id':'3','name':'High','description':'High Severity'},'acceptRisk':'0',
             'recastRisk':'1','ip':'192.0.2.7','uuid':'','port':'443','protocol':'TCP','pluginName':'Heartbleed',
             'firstSeen':'1545074182','lastSeen':'1545160582','exploitAvailable':'Yes','synopsis':'Leaks memory.',
             'description':'Reads beyond a buffer.','solution':'Upgrade.',
             'seeAlso':'http://example.com/a\\n\\n https://example.com/b ','baseScore':'5.0','cvssV3BaseScore':'7.5',
             'vprScore':'9.6','cve':'CVE-2014-0160','pluginText':'<plugin_output>Read 64 bytes</plugin_output>',
             'dnsName':'web.example.com','netbiosName':'','uniqueness':'repositoryID,ip,dnsName',
             'family':{'id':'11','name':'Web Servers','type':'active'},'repository':{'id':'4','name':'Outside'}}
            """;

    private final Finding detailed = Finding.of(attributes(DETAILED));

    @Test
    void readsASeverityAndAFamilyThatArePlain() {
        Finding finding = Finding.of(Json.attributes("{'pluginID':'1','severity':'4','family':'Web Servers'}"));
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
                .isEqualTo(new Risk(true, OptionalDouble.of(7.5), OptionalDouble.of(9.6), false, true));
    }

    @Test
    void readsPlaceTimesAndOutputFromDetails() {
        assertThat(detailed.host().label()).isEqualTo("web.example.com");
        assertThat(detailed.port()).isEqualTo(443);
        assertThat(detailed.repository()).isEqualTo(new Reference("4", "Outside"));
        assertThat(detailed.firstSeen()).contains(Instant.ofEpochSecond(1545074182));
        assertThat(detailed.lastSeen()).contains(Instant.ofEpochSecond(1545160582));
        assertThat(detailed.output()).isEqualTo("Read 64 bytes");
    }

    @Test
    void readsTheSameFindingFromTheList() {
        Finding listed = Finding.of(
                attributes(
                        """
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
        assertThat(Finding.of(attributes("{'baseScore':'5.0','cvssV3BaseScore':''}"))
                        .risk()
                        .cvss())
                .hasValue(5.0);
    }

    @Test
    void identifiesAWebFindingByItsAddress() {
        Finding web = Finding.of(attributes(
                "{'pluginID':'98000','severity':{'id':'2'},'url':'https://shop.example.com/cart','port':''}"));

        assertThat(web.key()).isEqualTo(new FindingKey("", "https://shop.example.com/cart", 0, "", "98000"));
        assertThat(web.host().label()).isEqualTo("https://shop.example.com/cart");
    }

    @Test
    void goesByUuidWhereTheRepositoryDoes() {
        String row = "{'ip':'192.0.2.7','hostUUID':'0af1','uniqueness':'%s'}";

        assertThat(Finding.of(attributes(row.formatted("repositoryID,hostUUID")))
                        .key()
                        .host())
                .isEqualTo("0af1");
        assertThat(Finding.of(attributes(row.formatted("repositoryID,ip,dnsName")))
                        .key()
                        .host())
                .isEqualTo("192.0.2.7");
    }

    @Test
    void readsTheResultOfAComplianceCheck() {
        Finding compliance = Finding.of(attributes(
                "{'pluginID':'1000017','severity':{'id':'3'},'ip':'192.0.2.7','port':'0','protocol':'TCP','pluginText':'"
                        + "<cm:compliance-result>FAILED</cm:compliance-result>"
                        + "<cm:compliance-actual-value>7</cm:compliance-actual-value>"
                        + "<cm:compliance-other>x</cm:compliance-other>"
                        + "<cm:compliance-policy-value>14\\n15</cm:compliance-policy-value>'}"));

        assertThat(compliance.output()).isEqualTo("Result: FAILED\nPolicy value:\n14\n15\nActual value: 7");
        assertThat(compliance.key()).isEqualTo(new FindingKey("", "192.0.2.7", 0, "TCP", "1000017"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<cm:compliance-result>", "<cm:compliance-result></cm:compliance-result>", "<cm:compliance-"})
    void keepsWhatOnlyLooksLikeACheck(String text) {
        assertThat(Finding.of(attributes("{'pluginText':'" + text + "'}")).output())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Read 64 bytes", "<plugin_output>cut off", "a </plugin_output>"})
    void keepsOutputThatIsNotWrapped(String text) {
        assertThat(Finding.of(attributes("{'pluginText':'" + text + "'}")).output())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'id':'9'}", "{'id':-1}", "[]", "null"})
    void takesAnUnknownSeverityForInfo(String severity) {
        assertThat(Finding.of(attributes("{'severity':" + severity + "}")).severity())
                .isEqualTo(Severity.INFO);
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
                        "10107", "HTTP Server Type", "Web Servers", "", "", "", List.of("CVE-2020-0001"), List.of()));
    }
}
