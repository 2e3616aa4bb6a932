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
import io.jenkins.plugins.securitycenter.text.MessageText;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
                return described(system, user);
            }
        } catch (SecurityCenterException | IllegalArgumentException e) {
            return UserFailures.error(MessageText.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UserFailures.error(Messages.ConnectionTest_interrupted());
        }
    }

    /** Describes the connection; leaves out what the server does not say. */
    static FormValidation described(SystemInfo system, CurrentUser user) {
        String server = "SecurityCenter" + system.version().map(" "::concat).orElse("");
        List<String> known = Stream.of(
                        user.role().map(ResourceReference::name).map(Messages::ConnectionTest_role),
                        user.organization().map(ResourceReference::name).map(Messages::ConnectionTest_organization),
                        Optional.of(system.licenseStatus())
                                .filter(status -> !status.isEmpty())
                                .map(Messages::ConnectionTest_license))
                .flatMap(Optional::stream)
                .toList();
        String details = known.isEmpty() ? "" : " (" + String.join(", ", known) + ")";
        return user.administrator()
                ? FormValidation.warning(Messages.ConnectionTest_administrator(server, user.username(), details))
                : FormValidation.ok(Messages.ConnectionTest_success(server, user.username(), details));
    }
}
