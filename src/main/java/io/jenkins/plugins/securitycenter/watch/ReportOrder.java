package io.jenkins.plugins.securitycenter.watch;

import java.time.Duration;
import java.util.Objects;

/**
 * The report that a build wants.
 *
 * @param definition name or id of the report definition
 * @param timeout how long its making may take; zero for no limit
 */
public record ReportOrder(String definition, Duration timeout) {

    public ReportOrder {
        Objects.requireNonNull(definition);
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("timeout must be 0 (no limit) or a positive number of minutes.");
        }
    }
}
