package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.model.MessageText;
import java.io.IOException;

/**
 * A call that did not succeed. The message is one sentence for the user: the server, what was tried, what came back
 * and what to do; it never holds a secret.
 */
public abstract sealed class SecurityCenterException extends IOException
        permits UnreachableException, UnexpectedAnswerException, RefusedException, LoginException {

    private static final long serialVersionUID = 1;

    private final String server;
    private final String operation;
    private final int httpStatus;
    private final int errorCode;
    private final String errorMessage;

    SecurityCenterException(Attempt attempt, Said said, String reason, Throwable cause) {
        super(
                MessageText.line("SecurityCenter \"" + attempt.server() + "\": could not " + attempt.operation() + ": "
                        + reason),
                cause);
        this.server = attempt.server();
        this.operation = attempt.operation();
        this.httpStatus = said.httpStatus();
        this.errorCode = said.errorCode();
        this.errorMessage = said.errorMessage();
    }

    /** The name of the server as it was configured. */
    public final String server() {
        return server;
    }

    /** What was tried, as in "launch scan 3". */
    public final String operation() {
        return operation;
    }

    /** The HTTP status of the answer; 0 when there was none. */
    public final int httpStatus() {
        return httpStatus;
    }

    /** SecurityCenter's {@code error_code}; 0 when there was none. */
    public final int errorCode() {
        return errorCode;
    }

    /** SecurityCenter's {@code error_msg}, trimmed; empty when there was none. */
    public final String errorMessage() {
        return errorMessage;
    }

    /** Whether the same call may succeed a little later without anybody doing something about it. */
    public abstract boolean passing();

    /** Whether the server is known not to have carried out the request, so that even a launch may be sent again. */
    public abstract boolean notProcessed();

    /** What is being tried, for messages: the server's name and a verb phrase such as "launch scan 3". */
    public record Attempt(String server, String operation) {}

    /** What the server answered. */
    record Said(int httpStatus, int errorCode, String errorMessage) {

        static final Said NOTHING = new Said(0, 0, "");
    }
}
