package io.jenkins.plugins.securitycenter.client.transport;

import java.util.function.Supplier;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP clients of one connection. File transfers have separate clients, because a few long transfers would
 * otherwise delay short requests. Thread-safe.
 */
final class HttpClients {

    /**
     * Two clients.
     *
     * @param keeping keeps connections alive for the next request
     * @param fresh opens a connection for each request, so that the server cannot be about to close it as idle
     */
    record Pair(CloseableHttpClient keeping, CloseableHttpClient fresh) {

        void close() {
            keeping.close(CloseMode.GRACEFUL);
            fresh.close(CloseMode.GRACEFUL);
        }
    }

    private final Pair calls;
    private final Supplier<Pair> creation;
    private @Nullable Pair transfers;
    private boolean closed;

    /**
     * @param calls for requests that take seconds
     * @param transfers creates those for uploads and downloads, which most connections do not need
     */
    HttpClients(Pair calls, Supplier<Pair> transfers) {
        this.calls = calls;
        this.creation = transfers;
    }

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
        return request.transfersFile() ? transfers() : calls;
    }

    private synchronized Pair transfers() {
        if (transfers == null) {
            transfers = creation.get();
            if (closed) {
                transfers.close();
            }
        }
        return transfers;
    }

    synchronized void close() {
        closed = true;
        calls.close();
        if (transfers != null) {
            transfers.close();
        }
    }
}
