package io.jenkins.plugins.securitycenter.run;

import java.io.Serializable;
import java.util.UUID;

/**
 * What a block hands to the steps in it: which session is meant. It holds names only, so it may be stored with a
 * build; the session itself is in {@link OpenSessions}.
 */
public final class SessionScope implements Serializable {

    private static final long serialVersionUID = 1;

    private final String id = UUID.randomUUID().toString();
    private final String server;
    private final String credentialsId;

    public SessionScope(Connection connection) {
        this.server = connection.server();
        this.credentialsId = connection.credentialsId();
    }

    String id() {
        return id;
    }

    /** The server and the account of the block, as they were given. */
    public Connection connection() {
        return new Connection(server, credentialsId);
    }
}
