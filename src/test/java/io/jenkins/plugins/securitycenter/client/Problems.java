package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.LoginException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException.Attempt;
import io.jenkins.plugins.securitycenter.client.transport.UnreachableException;

/** Failures of calls, for tests that have no server. */
public final class Problems {

    private Problems() {}

    public static SecurityCenterException notConnected(String operation) {
        return UnreachableException.notConnected(attempt(operation), "refused.", null);
    }

    public static SecurityCenterException responseLost(String operation) {
        return UnreachableException.answerLost(attempt(operation), "reset.", null);
    }

    public static SecurityCenterException refused(String operation) {
        return new ErrorResponseException(attempt(operation), 403, 1, "no");
    }

    public static SecurityCenterException loginRefused(String operation) {
        return new LoginException(attempt(operation), "the account is locked.");
    }

    private static Attempt attempt(String operation) {
        return new Attempt("model", operation);
    }
}
