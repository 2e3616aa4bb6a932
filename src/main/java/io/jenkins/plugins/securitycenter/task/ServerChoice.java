package io.jenkins.plugins.securitycenter.task;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.config.CredentialsLookup;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.config.Server;
import io.jenkins.plugins.securitycenter.text.Whitespace;
import io.jenkins.plugins.securitycenter.watch.ServerAccount;
import java.time.Duration;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The server and the credentials that a build selects.
 *
 * @param server the name of a configured server; empty for the default one
 * @param credentialsId the ID of the credentials; empty for those of the server
 */
@Restricted(NoExternalUse.class)
public record ServerChoice(String server, String credentialsId) {

    public ServerChoice {
        server = Whitespace.strip(server);
        credentialsId = Whitespace.strip(credentialsId);
    }

    /** Returns a copy that takes missing values from the enclosing session, if any. */
    public ServerChoice within(@CheckForNull SessionScope scope) {
        if (scope == null) {
            return this;
        }
        ServerChoice outer = scope.connection();
        if (!server.isEmpty() && !server.equals(outer.server)) {
            return this;
        }
        return new ServerChoice(outer.server, credentialsId.isEmpty() ? outer.credentialsId : credentialsId);
    }

    /**
     * Returns a copy with the name of the default server if no server is set, so that it stays with that server.
     *
     * @throws IllegalArgumentException if there is no such server, with a message for the user
     */
    public ServerChoice named() {
        return to(SecurityCenterConfiguration.get().server(server).getName());
    }

    /** Returns a copy for the server of that name. */
    public ServerChoice to(String name) {
        return new ServerChoice(name, credentialsId);
    }

    /**
     * Looks up the server and the credentials, and tracks the use of the credentials by the build.
     *
     * @throws IllegalArgumentException if one of them does not exist or cannot be used, with a message for the user
     */
    public ServerAccount target(Run<?, ?> run) {
        Server chosen = SecurityCenterConfiguration.get().server(server);
        String id = credentialsId.isEmpty() ? chosen.getCredentialsId() : credentialsId;
        return new ServerAccount(
                chosen.endpoint(),
                CredentialsLookup.ofRun(run, chosen, id),
                Duration.ofSeconds(chosen.getPollInterval()));
    }
}
