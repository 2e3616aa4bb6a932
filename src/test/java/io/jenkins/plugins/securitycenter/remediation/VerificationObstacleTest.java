package io.jenkins.plugins.securitycenter.remediation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.SampleFinding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationObstacleTest {

    @Test
    void ordinaryFindingsCanBeVerified() {
        assertThat(VerificationObstacle.of(SampleFinding.finding().build())).isEmpty();
        assertThat(VerificationObstacle.of(on(new Host("", "", "web.example.com", "", "", ""))))
                .isEmpty();
        assertThat(VerificationObstacle.of(on(new Host("192.0.2.1", "u-1", "", "", "", "repositoryID,ip"))))
                .isEmpty();
    }

    @Test
    void othersCannot() {
        assertThat(VerificationObstacle.of(on(new Host("", "", "", "", "https://example.com", ""))))
                .contains(VerificationObstacle.WEB_APPLICATION);
        assertThat(VerificationObstacle.of(on(new Host("192.0.2.1", "u-1", "", "", "", "repositoryID,hostUUID"))))
                .contains(VerificationObstacle.AGENT);
        assertThat(VerificationObstacle.of(on(new Host("", "", "", "WEB", "", ""))))
                .contains(VerificationObstacle.NO_HOST);
        assertThat(VerificationObstacle.of(
                        SampleFinding.finding().repository("", "").build()))
                .contains(VerificationObstacle.NO_REPOSITORY);
        assertThat(VerificationObstacle.of(
                        SampleFinding.finding().plugin(ofFamily("n/a")).build()))
                .contains(VerificationObstacle.COMPLIANCE);
    }

    /** A scanned host chooses its name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/8",
                "192.0.2.1-192.0.2.9",
                "192.0.2.7",
                "2001:db8::1",
                "a.example.com,10.0.0.0/8",
                "a b",
                "a\n10.0.0.1"
            })
    void nameThatIsNoHostNameIsNotScanned(String name) {
        assertThat(VerificationObstacle.of(on(new Host("", "", name, "", "", ""))))
                .contains(VerificationObstacle.NO_HOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/8", "192.0.2.1-192.0.2.9", "web.example.com", "0.0.0.0,10.0.0.1"})
    void addressThatIsNoAddressIsNotScanned(String address) {
        assertThat(VerificationObstacle.of(on(new Host(address, "", "web.example.com", "", "", ""))))
                .contains(VerificationObstacle.NO_HOST);
    }

    @Test
    void addressOfTheSixthVersionIsScanned() {
        assertThat(VerificationObstacle.of(on(new Host("2001:db8::1", "", "", "", "", ""))))
                .isEmpty();
    }

    private static Finding on(Host host) {
        return SampleFinding.finding().host(host).build();
    }

    private static Plugin ofFamily(String family) {
        return new Plugin(
                "1000001",
                "Audit",
                family,
                "",
                "",
                "",
                List.of(),
                List.of(),
                Plugin.CheckType.UNKNOWN,
                List.of(),
                Optional.empty());
    }
}
