package io.jenkins.plugins.securitycenter.watch;

import java.io.IOException;

/**
 * Thrown if a result cannot be received yet, for example because the agent is offline. The message is a line for the
 * build log.
 */
public final class RetryLaterException extends IOException {

    private static final long serialVersionUID = 1;

    public RetryLaterException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
