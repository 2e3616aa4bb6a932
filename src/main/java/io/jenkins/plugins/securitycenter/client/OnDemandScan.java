package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.model.ScanTargets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A scan that is made for one run and removed behind it. Objects are given by name or id.
 *
 * @param zone empty text for the server's choice
 * @param credentials what it logs in to hosts with
 * @param maxScanTime how long it may run, in seconds, or {@code unlimited}; empty text or 0 for the server's
 *     default
 */
public record OnDemandScan(
        String name,
        String policy,
        String repository,
        Scope scope,
        String zone,
        List<String> credentials,
        String maxScanTime) {

    private static final Pattern MAX_SCAN_TIME = Pattern.compile("|\\d{1,9}|unlimited");

    /**
     * What is scanned: the targets and the hosts of the asset lists.
     *
     * @param assets names or ids of asset lists
     */
    public record Scope(ScanTargets targets, List<String> assets) {

        public Scope {
            assets = List.copyOf(assets);
        }
    }

    public OnDemandScan {
        required("name", name);
        required("policy", policy);
        required("repository", repository);
        Objects.requireNonNull(zone);
        credentials = List.copyOf(credentials);
        if (scope.targets().isEmpty() && scope.assets().isEmpty()) {
            throw new IllegalArgumentException(
                    "An on-demand scan needs targets (addresses, ranges, networks, host names) or assets.");
        }
        checkMaxScanTime(maxScanTime);
    }

    /** @throws IllegalArgumentException with a sentence when the server would not understand it */
    public static void checkMaxScanTime(String maxScanTime) {
        if (!MAX_SCAN_TIME.matcher(maxScanTime).matches()) {
            throw new IllegalArgumentException(
                    "maxScanTime must be a number of seconds or unlimited, but was \"" + maxScanTime + "\".");
        }
    }

    /** @throws IllegalArgumentException with a sentence when the field is empty */
    public static void required(String field, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("An on-demand scan needs a " + field + ", but it is empty.");
        }
    }
}
