package io.jenkins.plugins.securitycenter.model;

import java.util.OptionalInt;

/**
 * How far a scan is. Counts that the server does not know are -1.
 *
 * @param scannedIPs addresses that answered
 * @param completedIPs addresses that are done, answered or not
 * @param totalIPs addresses to scan
 */
public record ScanProgress(long scannedIPs, long completedIPs, long totalIPs, long completedChecks, long totalChecks) {

    static ScanProgress of(Attributes attributes) {
        return new ScanProgress(
                attributes.number("scannedIPs", -1),
                attributes.number("completedIPs", -1),
                attributes.number("totalIPs", -1),
                attributes.number("completedChecks", -1),
                attributes.number("totalChecks", -1));
    }

    /** Percentage done, 0 to 100, by checks or else by addresses; empty when the server gives no total. */
    public OptionalInt percent() {
        return totalChecks > 0 && completedChecks >= 0
                ? share(completedChecks, totalChecks)
                : totalIPs > 0 && completedIPs >= 0 ? share(completedIPs, totalIPs) : OptionalInt.empty();
    }

    private static OptionalInt share(long part, long whole) {
        return OptionalInt.of((int) Math.min(100, 100.0 * part / whole));
    }
}
