package io.jenkins.plugins.securitycenter.client.resource;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.ScanTargets;
import java.util.function.Consumer;

/** What the scan of a build is created from. */
public interface ScanSpecification {

    /** Returns the name of the scan. */
    String name();

    /** Returns the targets as far as they are known; none if they are not. */
    ScanTargets knownTargets();

    /** Returns whether a policy is created with the scan. */
    default boolean hasPolicy() {
        return false;
    }

    /**
     * Returns whether to leave out requests that a run can do without: the check for obstacles before the scan is created,
     * the search for leftovers if none are known, and the numbers of findings by severity.
     */
    default boolean fewRequests() {
        return false;
    }

    /** Returns the ID of a scan result that is older than the scan; -1 if none is known. */
    default long knownResult() {
        return -1;
    }

    /**
     * Looks up the objects that the scan refers to; changes nothing on the server.
     *
     * @param log receives lines for the build log
     * @throws IllegalArgumentException with a sentence for users if an object does not exist, or several have the name
     */
    OnDemandScans.Draft draft(SecurityCenter server, Consumer<String> log)
            throws SecurityCenterException, InterruptedException;
}
