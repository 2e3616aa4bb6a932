package io.jenkins.plugins.securitycenter.watch;

/** Looks the server and the account of a run up in the configuration. */
@FunctionalInterface
public interface AccountLookup {

    /**
     * The server and the account as they are configured now.
     *
     * @throws IllegalArgumentException with a sentence when one of them does not exist or cannot be used
     */
    Target current();
}
