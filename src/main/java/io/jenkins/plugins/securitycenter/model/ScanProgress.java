package io.jenkins.plugins.securitycenter.model;

import java.util.OptionalInt;

/**
 * The progress of a scan. A count that the server did not send is -1.
 *
 * @param scannedIPs the number of addresses that responded
 * @param completedIPs the number of processed addresses, whether or not they responded
 * @param totalIPs the number of addresses to scan
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

    /**
     * Returns the progress in percent, 0 to 100, based on checks or else on addresses; empty if the server sent no
     * total.
     */
    public OptionalInt percent() {
        return totalChecks > 0 && completedChecks >= 0
                ? share(completedChecks, totalChecks)
                : totalIPs > 0 && completedIPs >= 0 ? share(completedIPs, totalIPs) : OptionalInt.empty();
    }

    private static OptionalInt share(long part, long whole) {
        return OptionalInt.of((int) Math.min(100, 100.0 * part / whole));
    }
}
