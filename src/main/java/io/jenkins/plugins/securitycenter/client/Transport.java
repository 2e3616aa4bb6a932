package io.jenkins.plugins.securitycenter.client;

import java.util.Map;

/** Sends one request once. Decorators add retries; a session adds its headers. */
interface Transport extends AutoCloseable {

    /**
     * Sends the request and hands the answer to the reader.
     *
     * @param headers to add to those that every call carries
     * @throws SecurityCenterException when no answer came, or the reader did not accept it
     * @throws InterruptedException when the thread was interrupted while it paused
     */
    <T> T send(Request request, Map<String, String> headers, Answer.Reader<T> reader)
            throws SecurityCenterException, InterruptedException;

    @Override
    void close();
}
