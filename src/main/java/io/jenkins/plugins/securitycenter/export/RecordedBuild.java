package io.jenkins.plugins.securitycenter.export;

import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The build that recorded findings, as each line of JSON Lines names it.
 *
 * @param controller the URL of Jenkins; empty if none is configured
 * @param job the full name of the job
 * @param number the number of the build; 0 if unknown
 * @param time when the build was scheduled
 * @param server the name of the SecurityCenter server in Jenkins
 */
public record RecordedBuild(String controller, String job, int number, Optional<Instant> time, String server) {

    /** No build is known. */
    public static final RecordedBuild UNKNOWN = new RecordedBuild("", "", 0, Optional.empty(), "");

    public RecordedBuild {
        Objects.requireNonNull(controller);
        Objects.requireNonNull(job);
        Objects.requireNonNull(time);
        Objects.requireNonNull(server);
    }

    /** Writes the first fields of a line. */
    void write(SafeJsonGenerator json, String recordId) throws IOException {
        json.writeStringField("controller", controller);
        json.writeStringField("job", job);
        json.writeNumberField("build", number);
        json.writeTime("buildTime", time);
        json.writeStringField("record", recordId);
        json.writeStringField("server", server);
    }
}
