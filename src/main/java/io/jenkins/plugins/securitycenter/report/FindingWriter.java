package io.jenkins.plugins.securitycenter.report;

import io.jenkins.plugins.securitycenter.gate.Change;
import io.jenkins.plugins.securitycenter.model.Finding;
import java.io.Closeable;
import java.io.IOException;

/**
 * Writes findings one by one: {@link #begin()}, {@link #write} for each, {@link #end()}, and in any case
 * {@link #close()}. A document that was closed without an end is incomplete and can be recognized as such. For one
 * thread.
 */
public interface FindingWriter extends Closeable {

    /** Writes what comes before the first finding. */
    void begin() throws IOException;

    /** @param change what became of the finding; {@code UNKNOWN} when nothing was compared */
    void write(Finding finding, Change change) throws IOException;

    /** No host was scanned, so that the absence of findings says nothing; called before {@link #end()}, if at all. */
    default void nothingScanned() {
        // a format without a place for it has no line, or no test, that could pass for a good result
    }

    /** Writes what comes after the last finding. */
    void end() throws IOException;

    /** Releases everything, the underlying stream too. */
    @Override
    void close() throws IOException;
}
