package io.jenkins.plugins.securitycenter.gate;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known about the quality of a scan.
 *
 * @param checked the scanned hosts, and the plugin feed that the scanner used
 * @param singleScan whether the findings come from a single scan
 * @param reached the number of addresses at which a host responded; empty if unknown
 * @param addresses the number of addresses of the scan; empty if unknown
 * @param serverFeed the time of the plugin feed of the server, for a scan that does not report its own; empty if unknown
 */
public record ScanFacts(
        CheckedHosts checked,
        boolean singleScan,
        OptionalLong reached,
        OptionalLong addresses,
        Optional<Instant> serverFeed) {}
