package io.jenkins.plugins.securitycenter.remediation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.SampleFinding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
