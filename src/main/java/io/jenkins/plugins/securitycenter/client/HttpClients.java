package io.jenkins.plugins.securitycenter.client;

import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;

/**
 * The HTTP clients of one connection. Files have connections of their own, since a few long transfers would otherwise
 * keep short calls waiting.
 *
 * @param calls for what takes seconds
 * @param transfers for files that go up or down
 */
record HttpClients(CloseableHttpClient calls, CloseableHttpClient transfers) {

    CloseableHttpClient of(Request request) {
        return request.transfersFile() ? transfers : calls;
    }

    void close() {
        calls.close(CloseMode.GRACEFUL);
        transfers.close(CloseMode.GRACEFUL);
    }
}
