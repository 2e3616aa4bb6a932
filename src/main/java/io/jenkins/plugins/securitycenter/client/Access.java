package io.jenkins.plugins.securitycenter.client;

import java.time.Duration;
import java.util.Optional;

/** Calls made in somebody's name: what proves it is added, and what to do when it is not accepted. */
interface Access extends AutoCloseable {

    /** An answer's reader that can say what is wrong in the name of the call. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Answer answer, AnswerCheck check) throws java.io.IOException;
    }

    <T> T call(Request request, Retries retries, Reader<T> reader) throws SecurityCenterException, InterruptedException;

    /** The session in which calls are made, opened if there is none; empty for a login that needs none. */
    Optional<Session> session(Retries retries) throws SecurityCenterException, InterruptedException;

    /** Whether no further call can succeed, since the server does not let the account in. */
    boolean refused();

    /** How far the server's clock is ahead of ours, negative when it is behind; zero when it is not known. */
    Duration clockOffset();

    /** Ends the session, if there is one; failures are logged only. */
    @Override
    void close();
}
