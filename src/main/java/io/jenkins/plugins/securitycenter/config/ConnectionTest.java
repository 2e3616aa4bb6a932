package io.jenkins.plugins.securitycenter.config;

import hudson.util.FormValidation;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SessionPool;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.Sleeper;
import io.jenkins.plugins.securitycenter.client.transport.Timeouts;
import io.jenkins.plugins.securitycenter.model.CurrentUser;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.model.SystemInfo;
import java.time.Duration;
import java.time.InstantSource;

/** Implements the <em>Test connection</em> button of a server. */
final class ConnectionTest {

    /** Shorter than the timeouts of the server, because a user is waiting at the form. */
    private static final Timeouts TIMEOUTS =
            new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(20));

    private ConnectionTest() {}

    static FormValidation of(Server server) {
        try {
            Login login = CredentialsLookup.global(server);
            try (SessionPool sessions = new SessionPool(RetryPolicy.NONE, Sleeper.SLEEP, InstantSource.system());
                    SecurityCenter connection = sessions.open(server.endpoint().within(TIMEOUTS), login)) {
                CurrentUser user = connection.currentUser();
                SystemInfo system = connection.system();
                return user.administrator()
                        ? FormValidation.warning(Messages.ConnectionTest_administrator(described(system, user)))
                        : FormValidation.ok(described(system, user));
            }
        } catch (SecurityCenterException | IllegalArgumentException e) {
            return UserFailures.error(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UserFailures.error(Messages.ConnectionTest_interrupted());
        }
    }

    private static String described(SystemInfo system, CurrentUser user) {
        return Messages.ConnectionTest_success(
                system.version().orElse(Messages.ConnectionTest_unknown()),
                user.username(),
                user.role().map(ResourceReference::name).orElse(Messages.ConnectionTest_unknown()),
                user.organization().map(ResourceReference::name).orElse(Messages.ConnectionTest_unknown()),
                system.licenseStatus().isEmpty() ? Messages.ConnectionTest_unknown() : system.licenseStatus());
    }
}
