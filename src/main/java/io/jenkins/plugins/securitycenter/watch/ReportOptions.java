package io.jenkins.plugins.securitycenter.watch;

import java.time.Duration;
import java.util.Objects;

/**
 * The parameters of a report.
 *
 * @param definition name or id of the report definition
 * @param timeout maximum time for generating the report; zero for no limit
 * @param deleteOnAbort whether to delete the report on the server if the build is aborted or the timeout expires; a
 *     report cannot be stopped
 */
public record ReportOptions(String definition, Duration timeout, boolean deleteOnAbort) {

    /**
     * @throws IllegalArgumentException if the definition is empty or the timeout is out of range; the message is for
     *     users
     */
    public ReportOptions {
        definition = definition.trim();
        Objects.requireNonNull(timeout);
        if (definition.isEmpty()) {
            throw new IllegalArgumentException("report is empty; enter the name or the ID of a report definition.");
        }
        TimeLimit.check(timeout);
    }
}
