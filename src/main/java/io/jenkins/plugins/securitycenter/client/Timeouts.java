package io.jenkins.plugins.securitycenter.client;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * Limits of time for one call.
 *
 * @param connect until the connection stands
 * @param response the longest silence of the server while it answers
 * @param total for one request with all its repetitions; files that go up or down have half a day
 */
public record Timeouts(Duration connect, Duration response, Duration total) {

    public static final Timeouts DEFAULT =
            new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofMinutes(5));

    /** The total for a file that goes up or down. */
    static final Duration TRANSFER = Duration.ofHours(12);

    /** The limit for one request. */
    Duration limit(Request request) {
        return request.transfersFile() ? TRANSFER : total;
    }

    public Timeouts {
        positive("Connect timeout", connect);
        positive("Request timeout", response);
        positive("Total timeout", total);
    }

    /** A time limit in words. */
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
