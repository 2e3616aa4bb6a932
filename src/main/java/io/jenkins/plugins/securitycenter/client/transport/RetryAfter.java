package io.jenkins.plugins.securitycenter.client.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.HttpHeaders;

/** Parses the {@code Retry-After} header, which is a number of seconds or a date. */
final class RetryAfter {

    private RetryAfter() {}

    static Optional<Duration> of(Response response, Instant now) {
        return response.header(HttpHeaders.RETRY_AFTER).flatMap(value -> parse(value.trim(), now));
    }

    static Optional<Duration> parse(String value, Instant now) {
        if (value.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        Instant date = DateUtils.parseStandardDate(value);
        return date == null
                ? Optional.empty()
                : Optional.of(date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO);
    }
}
