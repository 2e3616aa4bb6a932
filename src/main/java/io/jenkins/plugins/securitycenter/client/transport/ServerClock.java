package io.jenkins.plugins.securitycenter.client.transport;

import java.time.Duration;
import java.time.Instant;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;

/**
 * Measures how far the clock of a server is ahead of the local one, by the {@code Date} header of its responses, which
 * is exact to the second.
 */
final class ServerClock {

    private volatile Duration offset = Duration.ZERO;

    /** Reads the time of a successful response; the responses of proxies are errors or redirects. */
    void read(Response response, Instant now) {
        if (response.status() == HttpStatus.SC_OK) {
            response.header(HttpHeaders.DATE)
                    .map(DateUtils::parseStandardDate)
                    .ifPresent(date -> offset = Duration.between(now, date));
        }
    }

    /** Returns the difference; negative if the server's clock is behind the local one, zero if unknown. */
    Duration offset() {
        return offset;
    }
}
