package io.jenkins.plugins.securitycenter.model;

import static io.jenkins.plugins.securitycenter.model.Json.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {

    private static final String IP = "192.0.2.1";
    private static final String UUID = "02ebb260-30ed-4bf8-9e2c-92a8614cda1a";
    private static final String DIGITS = "02ebb26030ed4bf89e2c92a8614cda1a";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # uniqueness            | ip | uuid | dnsName | netbiosName
            repositoryID,ip,dnsName | x  |      | x       |
            repositoryID,ip         | x  |      |         |
            ip, DNSNAME             | x  |      | x       |
            repositoryID,uuid       |    | x    |         |
            repositoryID,hostUUID   |    | x    |         |
            repositoryID,netbiosName|    |      |         | x
            # none that is known, none at all, and one more than is known
            repositoryID            | x  | x    | x       | x
            ''                      | x  | x    | x       | x
            repositoryID,ip,biosGUID| x  | x    | x       | x
            """)
    void isToldApartByTheFieldsThatTheServerNames(
            String uniqueness, String ip, String uuid, String name, String netbios) {
        HostKey key = new Host(IP, UUID, "a", "A", "", uniqueness).key();

        assertThat(key)
                .isEqualTo(new HostKey(
                        ip == null ? "" : IP,
                        uuid == null ? "" : UUID,
                        name == null ? "" : "a",
                        netbios == null ? "" : "A",
                        ""));
    }

    @Test
    void isToldApartByAllFieldsWhenTheNamedOneIsEmpty() {
        assertThat(new Host(IP, "", "a", "", "", "repositoryID,uuid").key())
                .isEqualTo(new HostKey(IP, "", "a", "", ""));
    }

    @Test
    void isToldApartByItsUrlWhateverElseIsNamed() {
        assertThat(new Host(IP, UUID, "", "", "https://a/", "repositoryID,hostUUID").key())
                .isEqualTo(new HostKey("", UUID, "", "", "https://a/"));
    }

    @Test
    void keepsTheSpellingOfTheServerWithinAReading() {
        assertThat(new Host("2001:DB8::1", "", "A.", "", "", "ip,dnsName").key())
                .isEqualTo(new HostKey("2001:DB8::1", "", "A.", "", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'uniqueness':'repositoryID,ip,dnsName'                                         | repositoryID,ip,dnsName
            'hostUniqueness':'repositoryID,hostUUID'                                       | repositoryID,hostUUID
            'uniqueness':'repositoryID,ip,dnsName','hostUniqueness':'repositoryID'         | repositoryID,ip,dnsName
            'uniqueness':'repositoryID,ip','hostUniqueness':'repositoryid,hostUUID'        | repositoryID,ip,hostUUID
            'uniqueness':['uuid'],'vulnUniqueness':'uuid,ip,port,protocol,pluginID'        | uuid,ip
            'uniqueness':null                                                              | ""
            """)
    void readsWhatOlderAndNewerServersSay(String fields, String uniqueness) {
        assertThat(Host.of(attributes("{" + fields + "}")).uniqueness()).isEqualTo(uniqueness);
    }

    @ParameterizedTest
    @CsvSource({"'repositoryID,uuid', old", "'repositoryID,hostUUID', new", "'uuid,hostUUID', new", "'ip,dnsName', new"
    })
    void takesTheUuidThatTheServerGoesBy(String uniqueness, String uuid) {
        assertThat(Host.of(attributes("{'uuid':'old','hostUUID':'new','uniqueness':'" + uniqueness + "'}"))
                        .uuid())
                .isEqualTo(uuid);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            'repositoryID,ip,dnsName', 192.0.2.1, '', Web.,   '', 192.0.2.1, '', web, ''
            'repositoryID,ip',         192.0.2.1, '', web,    '', 192.0.2.1, '', '',  ''
            '',                        192.0.2.1, '', web,    '', 192.0.2.1, '', web, ''
            'repositoryID,ip,dnsName', 192.0.2.1, '', 192.0.2.1, '', 192.0.2.1, '', '', ''
            'repositoryID,ip,dnsName', '',        '', Web,    B,  '',        '', web, ''
            'repositoryID,ip,dnsName', '',        '', '',     B,  '',        '', '',  b
            """)
    void isTheSameOverTimeByAddressAndName(
            String uniqueness,
            String ip,
            String uuid,
            String name,
            String netbios,
            String ownIp,
            String ownUuid,
            String ownName,
            String ownNetbios) {
        assertThat(new Host(ip, uuid, name, netbios, "", uniqueness).identity())
                .isEqualTo(new HostKey(ownIp, ownUuid, ownName, ownNetbios, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"repositoryID,uuid", "repositoryID,ip,hostUUID"})
    void isTheSameOverTimeByItsUuidWhereTheServerGoesByIt(String uniqueness) {
        Host agent = new Host(IP, UUID, "a", "", "", uniqueness);

        assertThat(agent.identity()).isEqualTo(HostKey.ofUuid(DIGITS));
        assertThat(agent.address()).isEqualTo(UUID);
    }

    @Test
    void isTheSameOverTimeByItsUuidWithoutAnAddress() {
        assertThat(new Host("", UUID, "a", "", "", "repositoryID,ip").identity())
                .isEqualTo(HostKey.ofUuid(DIGITS));
        assertThat(new Host(IP, UUID, "a", "", "", "repositoryID,ip").identity())
                .isEqualTo(HostKey.ofIp(IP, ""));
    }

    @Test
    void doesNotGoByAUuidThatSaysNothing() {
        Host agent = new Host(IP, "00000000-0000-0000-0000-000000000000", "", "", "", "repositoryID,uuid");

        assertThat(agent.byUuid()).isFalse();
        assertThat(agent.identity()).isEqualTo(HostKey.ofIp(IP, ""));
    }

    @Test
    void isAWebApplicationByItsUrl() {
        assertThat(new Host(IP, UUID, "a", "", "HTTPS://A", "repositoryID,uuid").identity())
                .isEqualTo(HostKey.ofUrl("https://a/"));
    }
}
