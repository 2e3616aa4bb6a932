package io.jenkins.plugins.securitycenter.client.transport;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * The time limits of a request.
 *
 * @param connect the time limit for connecting
 * @param response the longest time for which the server may send nothing
 * @param total the time limit for a request with all its retries; uploads and downloads have 12 hours
 */
public record Timeouts(Duration connect, Duration response, Duration total) {

    public static final Timeouts DEFAULT =
            new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofMinutes(5));

    /** The total time limit of an upload or download. */
    static final Duration TRANSFER = Duration.ofHours(12);

    /** Returns the total time limit of a request. */
    public Duration limit(Request request) {
        return request.transfersFile() ? TRANSFER : total;
    }

    public Timeouts {
        positive("Connect timeout", connect);
        positive("Request timeout", response);
        positive("Total timeout", total);
    }

    /** Returns a duration as text. */
    static String inWords(Duration limit) {
        String number =
                BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString();
        return number + (number.equals("1") ? " second" : " seconds");
    }

    private static void positive(String what, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(what + " must be at least 1 second.");
        }
    }
}
