package io.jenkins.plugins.securitycenter.client;

import java.time.Duration;
import java.util.Map;

/** Sends a request once. */
interface Transport extends AutoCloseable {

    /**
     * Sends the request and hands the answer to the reader.
     *
     * @param headers to add to those that every call carries
     * @param limit how long it may take
     * @throws SecurityCenterException when no answer came, or the reader did not accept it
     * @throws InterruptedException when the thread was interrupted before or while it waited
     */
    <T> T send(Request request, Map<String, String> headers, Duration limit, Answer.Reader<T> reader)
            throws SecurityCenterException, InterruptedException;

    @Override
    void close();
}
