package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.Finding;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Findings to compare with, such as those stored with an earlier build. Can be read repeatedly. */
@FunctionalInterface
public interface ReferenceFindings extends Closeable {

    void read(Consumer<Finding> consumer) throws IOException;

    /**
     * Reads the same findings, but possibly only their keys, which is sufficient for a comparison and can be faster.
     */
    default void readKeys(Consumer<Finding> consumer) throws IOException {
        read(consumer);
    }

    /**
     * Reads the same findings with the states that they had in the reference, if these are known.
     *
     * @param wanted receives each finding, possibly without its plugin output, and returns whether to pass it on
     * @param consumer receives the wanted findings with all their fields
     */
    default void readRecorded(Predicate<RecordedFinding> wanted, Consumer<RecordedFinding> consumer)
            throws IOException {
        read(finding -> {
            RecordedFinding recorded = new RecordedFinding(finding, FindingState.UNKNOWN);
            if (wanted.test(recorded)) {
                consumer.accept(recorded);
            }
        });
    }

    /** Returns which of the findings were found by scans of the default ports. */
    default DefaultPorts defaultPorts() {
        return DefaultPorts.NONE;
    }

    /** Returns the time of the plugin feed that a scanner must have to find the findings again; empty if unknown. */
    default Optional<Instant> feedNeeded() {
        return Optional.empty();
    }

    /** Returns whether the scan reported on its hosts, or should have, so that the next one should do so too. */
    default boolean reported() {
        return false;
    }

    /**
     * Returns whether the findings were selected in that way, so that the filters on ports, protocols and plugins let all of
     * them pass.
     */
    default boolean selectedBy(String selection) {
        return true;
    }

    /** Returns when the findings were recorded, or when that began; empty if unknown. */
    default Optional<Instant> recorded() {
        return Optional.empty();
    }

    /** Releases all resources. May be called repeatedly. */
    @Override
    default void close() throws IOException {
        // most implementations have no resources
    }
}
