package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The writers that receive the findings of a recording.
 *
 * @param store receives the current findings, and those of the reference that no longer exist
 * @param exports receive the current findings, and those of the reference if they take them
 */
@Restricted(NoExternalUse.class)
public record FindingWriters(FindingWriter store, List<FindingWriter> exports) implements Closeable {

    /** Opens the writers of the findings. */
    @FunctionalInterface
    public interface Factory {
        /**
         * Opens all writers. Discards whatever earlier writers, which are closed by now, have written.
         *
         * @param incomplete whether findings are missing from the data that is read
         */
        FindingWriters open(boolean incomplete) throws IOException;
    }

    public FindingWriters {
        exports = List.copyOf(exports);
    }

    List<FindingWriter> all() {
        List<FindingWriter> all = new ArrayList<>(exports);
        all.add(store);
        return all;
    }

    /** @throws UncheckedIOException if the finding cannot be stored or exported */
    void write(RecordedFinding recorded) {
        all().forEach(writer -> write(writer, recorded));
    }

    /**
     * Writes a finding of the reference that is not current.
     *
     * @throws UncheckedIOException if the finding cannot be stored or exported
     */
    void writeMissing(RecordedFinding recorded) {
        exports.stream().filter(FindingWriter::takesMissing).forEach(writer -> write(writer, recorded));
        write(store, recorded);
    }

    private static void write(FindingWriter writer, RecordedFinding recorded) {
        try {
            writer.write(recorded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        close(all());
    }

    /** Closes all, even if one fails. */
    static void close(List<? extends Closeable> all) throws IOException {
        IOException failure = null;
        for (Closeable one : all) {
            try {
                one.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
