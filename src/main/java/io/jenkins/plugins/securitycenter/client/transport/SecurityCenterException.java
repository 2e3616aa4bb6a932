package io.jenkins.plugins.securitycenter.client.transport;

import io.jenkins.plugins.securitycenter.text.MessageText;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if a request failed. The message is one sentence for users: the server, the operation, the problem and what to
 * do; it never contains a secret.
 */
public abstract sealed class SecurityCenterException extends IOException
        permits UnreachableException, UnexpectedResponseException, ErrorResponseException, LoginException {

    private static final long serialVersionUID = 1;

    private final String server;
    private final String operation;
    private final int httpStatus;
    private final int errorCode;
    private final String errorMessage;

    SecurityCenterException(Attempt attempt, ErrorDetails said, String reason, @Nullable Throwable cause) {
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

    /** Returns the configured name of the server. */
    final String server() {
        return server;
    }

    /** Returns the operation, for example "launch scan 3". */
    final String operation() {
        return operation;
    }

    /** Returns the HTTP status of the response; 0 if there was none. */
    public final int httpStatus() {
        return httpStatus;
    }

    /** Returns SecurityCenter's {@code error_code}; 0 if there was none. */
    public final int errorCode() {
        return errorCode;
    }

    /** Returns SecurityCenter's {@code error_msg}, trimmed; empty if there was none. */
    public final String errorMessage() {
        return errorMessage;
    }

    /** Returns whether the same request may succeed later without any intervention. */
    public abstract boolean isTemporary();

    /** Returns whether the server is known not to have processed the request, so that even a launch can be repeated. */
    public abstract boolean notProcessed();

    /** The operation for messages: the server's name and a verb phrase such as "launch scan 3". */
    public record Attempt(String server, String operation) {}

    /** The status and error of the response. */
    record ErrorDetails(int httpStatus, int errorCode, String errorMessage) {

        static final ErrorDetails NONE = new ErrorDetails(0, 0, "");
    }
}
