package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.Finding;
import java.io.Closeable;
import java.io.IOException;
import java.util.function.Consumer;

/** The findings to compare with, such as those stored with an earlier build. They can be read repeatedly. */
@FunctionalInterface
public interface ReferenceFindings extends Closeable {

    void read(Consumer<Finding> consumer) throws IOException;

    /** Reads the same findings; everything but their keys may be missing, which is enough to compare and can be faster. */
    default void readKeys(Consumer<Finding> consumer) throws IOException {
        read(consumer);
    }

    /** Releases the underlying file, if any; may be called repeatedly. */
    @Override
    default void close() throws IOException {
        // findings in memory hold nothing
    }
}
