package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * Writes findings one by one. Call {@link #begin()}, {@link #write} for each finding, {@link #end()}, and {@link
 * #close()} in any case. A document that was closed before its end is incomplete and recognizable as such. Not
 * thread-safe.
 */
public interface FindingWriter extends Closeable {

    /** Writes the beginning of the document. */
    void begin() throws IOException;

    void write(RecordedFinding recorded) throws IOException;

    /**
     * Records that no host was scanned, so that it is unknown whether there are vulnerabilities. Called before
     * {@link #end()},
     * if at all.
     */
    default void nothingScanned() {
        // formats that cannot express this contain no line or test that could be mistaken for a good result
    }

    /** Writes the end of the document. */
    void end() throws IOException;

    /** Returns whether the document also contains the findings of the reference that are not current. */
    default boolean takesMissing() {
        return false;
    }

    /** Returns a sentence for each kind of findings that the document lacks, once it has ended. */
    default List<String> omissions() {
        return List.of();
    }

    /** Releases all resources, including the underlying stream. */
    @Override
    void close() throws IOException;
}
