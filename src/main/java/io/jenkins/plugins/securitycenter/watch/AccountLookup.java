package io.jenkins.plugins.securitycenter.watch;

/** Looks up the server and the account of a run in the configuration. */
@FunctionalInterface
public interface AccountLookup {

    /**
     * Returns the server and the account as they are currently configured.
     *
     * @throws IllegalArgumentException if one of them does not exist or cannot be used; the message is shown to users
     */
    ServerAccount current();
}
