package io.jenkins.plugins.securitycenter.status;

/** The kinds of problems that administrators are told about. */
public enum ProblemType {
    /** The server rejects the credentials. */
    ACCOUNT_REFUSED,
    /** The server is about to reject the credentials, or Jenkins the certificate of the server. */
    ACCESS_ENDS,
    /** The license is not valid. */
    LICENSE_INVALID,
    /** The plugins of active scanners are old. */
    FEED_OLD,
    /** Builds wait for a server that does not respond. */
    BUILDS_BLOCKED
}
