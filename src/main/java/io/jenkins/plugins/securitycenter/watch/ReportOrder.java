package io.jenkins.plugins.securitycenter.watch;

import java.time.Duration;
import java.util.Objects;

/**
 * The report that a build wants.
 *
 * @param definition name or id of the report definition
 * @param timeout how long its making may take; zero for no limit
 * @param deleteOnAbort whether the report is deleted on the server when the build is aborted or the time is up; it
 *     cannot be stopped
 */
public record ReportOrder(String definition, Duration timeout, boolean deleteOnAbort) {

    /** @throws IllegalArgumentException with a sentence when one of them is not possible */
    public ReportOrder {
        definition = definition.trim();
        Objects.requireNonNull(timeout);
        if (definition.isEmpty()) {
            throw new IllegalArgumentException("report is empty; enter the name or the id of a report definition.");
        }
        TimeLimit.check(timeout);
    }
}
