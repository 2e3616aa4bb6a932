package io.jenkins.plugins.securitycenter.model.resource;

import static io.jenkins.plugins.securitycenter.model.Json.attributes;
import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RiskRuleTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final RiskRule.Hosts ALL = new RiskRule.Hosts("all", "", "");
    private static final Finding FINDING =
            finding().plugin("7").ip("192.0.2.7").port(443).build();

    @ParameterizedTest
    @CsvSource({
        "7, 4, any, any, true",
        "8, 4, any, any, false",
        "7, 5, any, any, false",
        "7, '', any, any, true",
        "7, 4, 443, tcp, true",
        "7, 4, 80, any, false",
        "7, 4, any, UDP, false",
    })
    void appliesToFindings(String plugin, String repository, String port, String protocol, boolean expected) {
        assertThat(rule(plugin, repository, ALL, port, protocol, Optional.empty())
                        .appliesTo(FINDING, NOW))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ip, '192.0.2.1, 192.0.2.0/29', true",
        "ip, '192.0.2.1,192.0.2.8-192.0.2.9', false",
        "ip, not an address, true",
        "asset, 12, true",
        "uuid, 3fa1, true",
    })
    void appliesToHosts(String type, String hosts, boolean expected) {
        RiskRule rule = rule("7", "4", new RiskRule.Hosts(type, hosts, ""), "any", "any", Optional.empty());

        assertThat(rule.appliesTo(FINDING, NOW)).isEqualTo(expected);
    }

    /** A server can have two UUIDs for a host, and spells them in several ways. */
    @ParameterizedTest
    @CsvSource({
        "0d3b1c5e-0000-4000-8000-00000000000a, uuid, true",
        "{0D3B1C5E-0000-4000-8000-00000000000A}, uuid, true",
        "'ffffffff-0000-4000-8000-000000000000,0D3B1C5E000040008000-00000000000A', uuid, true",
        "ffffffff-0000-4000-8000-000000000000, uuid, false",
        "'ffffffff-0000-4000-8000-000000000000,an agent', uuid, true",
        "'', uuid, true",
        "ffffffff-0000-4000-8000-000000000000, hostUUID, true",
        "ffffffff-0000-4000-8000-000000000000, ip, true",
    })
    void appliesToUuids(String hosts, String uniqueness, boolean expected) {
        RiskRule rule = rule("7", "4", new RiskRule.Hosts("uuid", hosts, ""), "any", "any", Optional.empty());
        Host host = new Host("", "0d3b1c5e-0000-4000-8000-00000000000a", "", "", "", "repositoryID," + uniqueness);

        assertThat(rule.appliesTo(finding().plugin("7").host(host).build(), NOW))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"TCP, TCP, true", "tcp, UDP, false", "all, TCP, true", "132, TCP, false", "TCP, '', true"})
    void appliesToProtocols(String protocol, String found, boolean expected) {
        RiskRule rule = rule("7", "4", ALL, "any", protocol, Optional.empty());

        assertThat(rule.appliesTo(finding().plugin("7").protocol(found).build(), NOW))
                .isEqualTo(expected);
    }

    @Test
    void expires() {
        assertThat(rule("7", "4", ALL, "any", "any", Optional.of(NOW)).appliesTo(FINDING, NOW))
                .isFalse();
        assertThat(rule("7", "4", ALL, "any", "any", Optional.of(NOW.plusSeconds(1)))
                        .appliesTo(FINDING, NOW))
                .isTrue();
    }

    @Test
    void readsARuleForAnAssetList() {
        RiskRule rule = RiskRule.of(attributes("{'id':'1','plugin':{'id':'7','name':'Telnet'},'hostType':'asset',"
                + "'hostValue':{'id':'12','name':'Web servers'},'port':'any','protocol':'Any','expires':'-1',"
                + "'comments':'agreed'}"));

        assertThat(rule.hosts()).isEqualTo(new RiskRule.Hosts("asset", "12", "Web servers"));
        assertThat(rule.protocol()).isEqualTo("any");
        assertThat(rule.expires()).isEmpty();
        assertThat(rule.newSeverity()).isEmpty();
        assertThat(rule.comments()).isEqualTo("agreed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'192.0.2.1,192.0.2.7'", "['192.0.2.1','192.0.2.7']"})
    void readsARuleForAddresses(String hosts) {
        RiskRule rule = RiskRule.of(attributes("{'hostType':'ip','hostValue':" + hosts + ",'protocol':'6',"
                + "'expires':'1700000000','newSeverity':{'id':'3'}}"));

        assertThat(rule.hosts()).isEqualTo(new RiskRule.Hosts("ip", "192.0.2.1,192.0.2.7", ""));
        assertThat(rule.protocol()).isEqualTo("TCP");
        assertThat(rule.expires()).contains(NOW);
        assertThat(rule.newSeverity()).contains(Severity.HIGH);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "'plugin':{'id':'7','name':'Telnet'}|Telnet",
                "'plugin':{'id':'7','name':''}|7",
                "'plugin':'7'|7",
                "'plugin':[]|``"
            })
    void isCalledByItsPlugin(String plugin, String name) {
        assertThat(RiskRule.of(attributes("{" + plugin + "}")).name()).isEqualTo(name);
    }

    private static RiskRule rule(
            String plugin,
            String repository,
            RiskRule.Hosts hosts,
            String port,
            String protocol,
            Optional<Instant> expires) {
        return new RiskRule(
                "1",
                Optional.of(new ResourceReference(plugin, "")),
                repository.isEmpty() ? Optional.empty() : Optional.of(new ResourceReference(repository, "")),
                hosts,
                port,
                protocol,
                Optional.empty(),
                expires,
                "agreed");
    }
}
