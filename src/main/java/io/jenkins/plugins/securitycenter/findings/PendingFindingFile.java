package io.jenkins.plugins.securitycenter.findings;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The file of a record that is being written. It has a temporary name, which no reader looks for, until it is
 * published. Closing this object deletes the file, published or not, unless it was confirmed. Not thread-safe; only one
 * instance may exist for each record.
 */
public final class PendingFindingFile implements Closeable {

    private static final Logger LOGGER = Logger.getLogger(PendingFindingFile.class.getName());
    private static final String SUFFIX = ".tmp";

    private final Path file;
    private final Path pending;
    private boolean published;
    private boolean confirmed;

    private PendingFindingFile(Path file, Path pending) {
        this.file = file;
        this.pending = pending;
    }

    /** Prepares the file of a record, and deletes files that earlier attempts at the same record left after a crash. */
    public static PendingFindingFile of(Path buildDirectory, String recordId) throws IOException {
        Path file = StoredFindings.file(buildDirectory, recordId);
        deleteLeftovers(buildDirectory, file);
        return new PendingFindingFile(file, file.resolveSibling(file.getFileName() + "-" + UUID.randomUUID() + SUFFIX));
    }

    /** Returns a writer for the findings. */
    public FindingWriter writer() throws IOException {
        return new FindingFileWriter(pending);
    }

    /** Returns the findings of the complete file, which may be read until it is published. */
    public StoredFindings findings() throws IOException {
        return StoredFindings.open(pending);
    }

    /** Renames the complete file to its final name, replacing a file that no record refers to. */
    public void publish() throws IOException {
        move(pending, file);
        published = true;
    }

    /** Keeps the published file. */
    public void confirm() {
        confirmed = published;
    }

    @Override
    public void close() throws IOException {
        if (!confirmed) {
            Files.deleteIfExists(published ? file : pending);
        }
    }

    /** Moves a file, atomically if the file system supports it. */
    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void deleteLeftovers(Path directory, Path file) throws IOException {
        // the name contains no special characters of glob patterns
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(directory, file.getFileName() + "*" + SUFFIX)) {
            for (Path leftover : leftovers) {
                delete(leftover);
            }
        }
    }

    private static void delete(Path leftover) {
        try {
            Files.delete(leftover);
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "Could not delete " + leftover, e);
        }
    }
}
