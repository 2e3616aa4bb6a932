package io.jenkins.plugins.securitycenter.client.transport;

import java.time.Duration;
import java.util.Map;

/** Sends a request once. */
public interface Transport extends AutoCloseable {

    /**
     * Sends the request and passes the response to the reader.
     *
     * @param headers headers in addition to those of every request
     * @param limit the time limit
     * @throws SecurityCenterException if there was no response, or the reader rejected it
     * @throws InterruptedException if the thread was interrupted before or while it waited
     */
    <T> T send(Request request, Map<String, String> headers, Duration limit, Response.Handler<T> reader)
            throws SecurityCenterException, InterruptedException;

    @Override
    void close();
}
