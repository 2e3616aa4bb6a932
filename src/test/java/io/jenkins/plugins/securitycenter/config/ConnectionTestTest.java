package io.jenkins.plugins.securitycenter.config;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.util.FormValidation;
import io.jenkins.plugins.securitycenter.model.CurrentUser;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.model.SystemInfo;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionTestTest {

    private static final Optional<ResourceReference> ROLE = Optional.of(new ResourceReference("2", "Security Manager"));
    private static final Optional<ResourceReference> ORGANIZATION = Optional.of(new ResourceReference("1", "Example"));

    @Test
    void marksItsSuccess() {
        FormValidation all = described(Optional.of("6.7.0"), "Valid", ROLE);
        assertThat(all.kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(all)
                .hasMessage("\u2713 Connected to SecurityCenter 6.7.0 as user ci (role: Security Manager,"
                        + " organization: Example, license: Valid).");
    }

    @Test
    void leavesOutWhatIsUnknown() {
        assertThat(described(Optional.empty(), "", Optional.empty()))
                .hasMessage("\u2713 Connected to SecurityCenter as user ci (organization: Example).");
        assertThat(described(Optional.empty(), "Valid", ROLE))
                .hasMessage("\u2713 Connected to SecurityCenter as user ci (role: Security Manager, organization:"
                        + " Example, license: Valid).");
    }

    private static FormValidation described(
            Optional<String> version, String license, Optional<ResourceReference> role) {
        return ConnectionTest.described(
                new SystemInfo(version, license, Duration.ofHours(1), Optional.empty()),
                new CurrentUser("1", "ci", role, ORGANIZATION, false, false, Optional.empty()));
    }
}
