package io.jenkins.plugins.securitycenter.gate;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.model.Host;
import org.junit.jupiter.api.Test;

class ScannedHostsTest {

    private final ScannedHosts hosts = new ScannedHosts();

    @Test
    void knowsTheHostsOfFindings() {
        hosts.add(finding().ip("192.0.2.1").port(80).build());
        hosts.add(finding().ip("192.0.2.1").port(443).build());

        assertThat(hosts.test(finding().ip("192.0.2.1").port(22).build())).isTrue();
        assertThat(hosts.test(finding().ip("192.0.2.2").port(80).build())).isFalse();
        assertThat(hosts.size()).isEqualTo(1);
    }

    @Test
    void takesHostsByName() {
        hosts.add("4", "192.0.2.3");
        hosts.add("5", "192.0.2.4");

        assertThat(hosts.test(finding().ip("192.0.2.3").build())).isTrue();
        assertThat(hosts.test(finding().ip("192.0.2.4").build())).isFalse();
    }

    @Test
    void followsAnAgentToItsNewAddress() {
        hosts.add(finding().host(agent("192.0.2.1")).build());

        assertThat(hosts.test(finding().host(agent("192.0.2.200")).build())).isTrue();
    }

    private static Host agent(String ip) {
        return new Host(ip, "0af1", "", "", "", "repositoryID,hostUUID");
    }
}
