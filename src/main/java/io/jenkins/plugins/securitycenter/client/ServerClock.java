package io.jenkins.plugins.securitycenter.client;

import java.time.Duration;
import java.time.Instant;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;

/** How far the clock of a server is ahead of ours, by the {@code Date} of its answers, which is exact to the second. */
final class ServerClock {

    private volatile Duration offset = Duration.ZERO;

    /** Takes the time of a successful answer; those of proxies in the way are errors or redirects. */
    void read(Answer answer, Instant now) {
        if (answer.status() == HttpStatus.SC_OK) {
            answer.header(HttpHeaders.DATE)
                    .map(DateUtils::parseStandardDate)
                    .ifPresent(date -> offset = Duration.between(now, date));
        }
    }

    /** Negative when it is behind ours; zero when it is not known. */
    Duration offset() {
        return offset;
    }
}
