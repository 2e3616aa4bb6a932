package io.jenkins.plugins.securitycenter.report;

import io.jenkins.plugins.securitycenter.gate.Change;
import io.jenkins.plugins.securitycenter.model.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * The findings that a {@link FindingFileWriter} stored. Holds the table of contents, never an open file, so that builds
 * can be deleted at any time. All methods may be called by several threads at once.
 */
public final class StoredFindings {

    /** Takes findings one by one; {@code FindingWriter::write} is one. */
    @FunctionalInterface
    public interface Sink {
        void accept(Finding finding, Change change) throws IOException;
    }

    /** A finding, and what became of it. */
    public record Entry(Finding finding, Change change) {}

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final String NAME = "securitycenter-%s.findings";

    private final Path file;
    private final Footer footer;

    private StoredFindings(Path file, Footer footer) {
        this.file = file;
        this.footer = footer;
    }

    /**
     * The file of a record in the directory of its build.
     *
     * @throws IllegalArgumentException with a sentence when the id does not fit into the name of a file
     */
    public static Path file(Path buildDirectory, String recordId) {
        if (!ID.matcher(recordId).matches()) {
            throw new IllegalArgumentException(
                    "id \"" + recordId + "\" is not valid; use 1 to 100 letters, digits, hyphens or underscores.");
        }
        return buildDirectory.resolve(NAME.formatted(recordId));
    }

    /** @throws IOException with one sentence, when the file is damaged or has another format */
    public static StoredFindings open(Path file) throws IOException {
        try (SectionReader reader = new SectionReader(file)) {
            return new StoredFindings(file, FindingFile.readFooter(reader));
        }
    }

    /** The number of stored findings, fixed ones and those of hosts that were not scanned included. */
    public int size() {
        return footer.rows();
    }

    /** Hands over all findings in the order in which they were written. */
    public void forEach(Sink sink) throws IOException {
        forEach(row -> true, sink);
    }

    /** Hands over the findings whose rows are wanted, in that order. */
    public void forEach(IntPredicate rows, Sink sink) throws IOException {
        try (SectionReader reader = new SectionReader(file)) {
            DetailReader details = new DetailReader(reader, footer);
            details.read(rows, details.texts(), sink);
        }
    }

    /**
     * One finding with all its texts.
     *
     * @param row its number, from 0 in the order in which they were written
     * @throws IndexOutOfBoundsException when there is no such row
     */
    public Entry get(int row) throws IOException {
        Objects.checkIndex(row, size());
        try (SectionReader reader = new SectionReader(file)) {
            return new DetailReader(reader, footer).get(row);
        }
    }

    /** The table of all findings, which holds some 25 bytes for each of them, and the names of plugins and hosts. */
    public FindingTable table() throws IOException {
        try (SectionReader reader = new SectionReader(file)) {
            return FindingTable.read(reader, footer);
        }
    }
}
