package io.jenkins.plugins.securitycenter.gate;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/**
 * What the next scan must have in common with those of a record, so that findings of the record that it does not find are
 * fixed.
 *
 * @param ports which findings of the record were found by scans of the default ports
 * @param feedSeconds the time of the plugin feed that a scanner must have, in seconds since 1970; 0 if unknown
 * @param reports whether it should report on its hosts although the scan of the record is not known to: the record remembers
 *     findings of a scan that did, or the reports could not be read
 */
record NextScan(DefaultPorts ports, long feedSeconds, boolean reports) implements Serializable {

    /** Nothing is known, as in a record of an earlier version. */
    static final NextScan NONE = new NextScan(DefaultPorts.NONE, 0, false);

    /** Sets the values that a stored summary lacks. */
    NextScan {
        ports = ports == null ? DefaultPorts.NONE : ports;
    }

    /** @param feed the time of the plugin feed that a scanner must have, if it is known */
    static NextScan of(DefaultPorts ports, Optional<Instant> feed, boolean reports) {
        return new NextScan(ports, feed.map(Instant::getEpochSecond).orElse(0L), reports);
    }
}
