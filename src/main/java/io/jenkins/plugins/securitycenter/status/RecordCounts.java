package io.jenkins.plugins.securitycenter.status;

import io.jenkins.plugins.securitycenter.gate.StateCounts;
import java.util.Optional;

/**
 * The counts of one record of a build.
 *
 * @param id the ID of the record
 * @param build the path of the page of the build, below the URL of Jenkins
 * @param number the number of the build
 * @param counts empty if the record cannot be read
 * @param incomplete whether findings may be missing
 */
public record RecordCounts(String id, String build, int number, Optional<StateCounts> counts, boolean incomplete) {

    /** Returns the path of the page of the record. */
    public String path() {
        return build + id + "/";
    }
}
