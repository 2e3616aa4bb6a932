package io.jenkins.plugins.securitycenter.client;

import java.util.List;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;

/**
 * The HTTP clients of one connection. Files have connections of their own, since a few long transfers would otherwise
 * keep short calls waiting.
 *
 * @param calls for what takes seconds
 * @param transfers for files that go up or down
 */
record HttpClients(Pair calls, Pair transfers) {

    /**
     * Two clients.
     *
     * @param keeping keeps connections for the next request
     * @param fresh makes a connection for each request, so that no server can be about to end it as idle
     */
    record Pair(CloseableHttpClient keeping, CloseableHttpClient fresh) {}

    /** A kept connection may end while a request is under way, which would leave a change in doubt. */
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
