package io.jenkins.plugins.securitycenter.client.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.Named;
import io.jenkins.plugins.securitycenter.model.ScanTargets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
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
        String maxScanTime)
        implements ScanSpecification {

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

    @Override
    public ScanTargets knownTargets() {
        return scope.assets().isEmpty() ? scope.targets() : ScanTargets.NONE;
    }

    @Override
    public OnDemandScans.Draft draft(SecurityCenter server, Consumer<String> log)
            throws SecurityCenterException, InterruptedException {
        ObjectNode body = OnDemandScans.body(name, scope.targets());
        body.set("policy", reference(server, ResourceType.POLICY, policy));
        body.set("repository", reference(server, ResourceType.REPOSITORY, repository));
        for (String asset : scope.assets()) {
            body.withArray("assets").add(reference(server, ResourceType.ASSET, asset));
        }
        for (String credential : credentials) {
            body.withArray("credentials").add(reference(server, ResourceType.CREDENTIAL, credential));
        }
        if (!zone.isBlank()) {
            body.set("zone", reference(server, ResourceType.ZONE, zone));
        }
        if (!maxScanTime.matches("0*")) {
            body.put("maxScanTime", maxScanTime);
        }
        return new OnDemandScans.Draft(name, body, Optional.empty());
    }

    /** Looks up an object by its name or ID, and returns a reference to it for the body of a request. */
    static <T extends Named> ObjectNode reference(SecurityCenter server, ResourceType<T> type, String nameOrId)
            throws SecurityCenterException, InterruptedException {
        return OnDemandScans.reference(
                new Resource<>(server, type).find(nameOrId).id());
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
