package io.jenkins.plugins.securitycenter.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.client.Blanks;
import io.jenkins.plugins.securitycenter.config.CredentialsLookup;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.config.Server;
import io.jenkins.plugins.securitycenter.watch.Target;
import java.time.Duration;

/**
 * The server and the credentials that a build selects.
 *
 * @param server the name of a configured server; empty for the default one
 * @param credentialsId the ID of the credentials; empty for those of the server
 */
public record Connection(String server, String credentialsId) {

    public Connection {
        server = Blanks.strip(server);
        credentialsId = Blanks.strip(credentialsId);
    }

    /** Returns a copy that takes missing values from the enclosing session, if any. */
    public Connection within(@CheckForNull SessionScope scope) {
        if (scope == null) {
            return this;
        }
        Connection outer = scope.connection();
        if (!server.isEmpty() && !server.equals(outer.server)) {
            return this;
        }
        return new Connection(outer.server, credentialsId.isEmpty() ? outer.credentialsId : credentialsId);
    }

    /**
     * Returns a copy with the name of the default server if no server is set, so that it stays with that server.
     *
     * @throws IllegalArgumentException if there is no such server, with a message for the user
     */
    public Connection named() {
        return to(SecurityCenterConfiguration.get().server(server).getName());
    }

    /** Returns a copy for the server of that name. */
    public Connection to(String name) {
        return new Connection(name, credentialsId);
    }

    /**
     * Looks up the server and the credentials, and tracks the use of the credentials by the build.
     *
     * @throws IllegalArgumentException if one of them does not exist or cannot be used, with a message for the user
     */
    public Target target(Run<?, ?> run) {
        Server chosen = SecurityCenterConfiguration.get().server(server);
        String id = credentialsId.isEmpty() ? chosen.getCredentialsId() : credentialsId;
        return new Target(
                chosen.endpoint(),
                CredentialsLookup.ofRun(run, chosen, id),
                Duration.ofSeconds(chosen.getPollInterval()));
    }
}
