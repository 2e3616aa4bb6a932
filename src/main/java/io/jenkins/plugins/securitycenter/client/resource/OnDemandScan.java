package io.jenkins.plugins.securitycenter.client.resource;

import io.jenkins.plugins.securitycenter.model.ScanTargets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A scan that is created for one run and deleted afterwards. Objects are given by name or id.
 *
 * @param zone the scan zone; empty if the server chooses it
 * @param credentials the credentials with which the scan logs in to hosts
 * @param maxScanTime the maximum duration in seconds, or {@code unlimited}; empty or 0 for the server's default
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
     * The hosts to scan: the targets and the hosts of the asset lists.
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

    /**
     * Checks the maximum scan time.
     *
     * @throws IllegalArgumentException with a sentence for users if the value is invalid
     */
    public static void checkMaxScanTime(String maxScanTime) {
        if (!MAX_SCAN_TIME.matcher(maxScanTime).matches()) {
            throw new IllegalArgumentException(
                    "maxScanTime must be a number of seconds or unlimited, but was \"" + maxScanTime + "\".");
        }
    }

    /**
     * Checks a required field.
     *
     * @throws IllegalArgumentException with a sentence for users if the field is empty
     */
    public static void required(String field, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("An on-demand scan needs a " + field + ", but it is empty.");
        }
    }
}
