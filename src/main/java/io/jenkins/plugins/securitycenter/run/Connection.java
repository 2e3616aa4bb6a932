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
 * Which server a build wants to use, and as whom.
 *
 * @param server the name of a configured server; empty for the default one
 * @param credentialsId empty for those of the server
 */
public record Connection(String server, String credentialsId) {

    public Connection {
        server = Blanks.strip(server);
        credentialsId = Blanks.strip(credentialsId);
    }

    /** This connection, with what it leaves open filled in from the session that encloses it, if any. */
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
     * This connection, with the name of the default server if it has none, so that it stays with that server.
     *
     * @throws IllegalArgumentException with a sentence when there is no such server
     */
    public Connection named() {
        return to(SecurityCenterConfiguration.get().server(server).getName());
    }

    /** This connection, to the server of that name. */
    public Connection to(String name) {
        return new Connection(name, credentialsId);
    }

    /**
     * Finds the server and the credentials, and marks these as used by the build.
     *
     * @throws IllegalArgumentException with a sentence when one of them does not exist or cannot be used
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
