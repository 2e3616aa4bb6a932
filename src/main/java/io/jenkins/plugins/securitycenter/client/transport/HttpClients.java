package io.jenkins.plugins.securitycenter.client.transport;

import java.util.List;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;

/**
 * The HTTP clients of one connection. File transfers have separate clients, because a few long transfers would
 * otherwise delay short requests.
 *
 * @param calls for requests that take seconds
 * @param transfers for uploads and downloads
 */
record HttpClients(Pair calls, Pair transfers) {

    /**
     * Two clients.
     *
     * @param keeping keeps connections alive for the next request
     * @param fresh opens a connection for each request, so that the server cannot be about to close it as idle
     */
    record Pair(CloseableHttpClient keeping, CloseableHttpClient fresh) {}

    /**
     * Returns the client for a request. A kept connection may be closed during a request, which would leave it unknown
     * whether a change was made.
     */
    CloseableHttpClient of(Request request) {
        return request.repeatable() ? pair(request).keeping() : fresh(request);
    }

    CloseableHttpClient fresh(Request request) {
        return pair(request).fresh();
    }

    private Pair pair(Request request) {
        return request.transfersFile() ? transfers : calls;
    }

    void close() {
        for (Pair pair : List.of(calls, transfers)) {
            pair.keeping().close(CloseMode.GRACEFUL);
            pair.fresh().close(CloseMode.GRACEFUL);
        }
    }
}
