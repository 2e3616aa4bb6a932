package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.gate.TopFix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * The findings that a {@link FindingFileWriter} stored. Keeps the table of contents in memory but no file open, so that
 * builds can be deleted at any time. Thread-safe.
 */
public final class StoredFindings {

    /** Receives findings one by one, for example {@code FindingWriter::write}. */
    @FunctionalInterface
    public interface Sink {
        void accept(RecordedFinding finding) throws IOException;
    }

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final String NAME = "securitycenter-%s.findings";
    private static final String SUPPRESSIONS = "securitycenter-%s.suppressions";

    private final Path file;
    private final FileFooter footer;

    private StoredFindings(Path file, FileFooter footer) {
        this.file = file;
        this.footer = footer;
    }

    /**
     * Returns the file of a record in the directory of its build.
     *
     * @throws IllegalArgumentException if the ID is not valid in a file name; the message is one sentence
     */
    public static Path file(Path buildDirectory, String recordId) {
        checkId(recordId);
        return buildDirectory.resolve(NAME.formatted(recordId));
    }

    /** Returns the file with the suppressions that counted for a record, in the directory of its build. */
    public static Path suppressions(Path buildDirectory, String recordId) {
        checkId(recordId);
        return buildDirectory.resolve(SUPPRESSIONS.formatted(recordId));
    }

    /** @throws IllegalArgumentException if the ID of a record is not valid in a file name; the message is one sentence */
    public static void checkId(String recordId) {
        if (!ID.matcher(recordId).matches()) {
            throw new IllegalArgumentException(
                    "id \"" + recordId + "\" is not valid; use 1 to 64 letters, digits, hyphens and underscores.");
        }
    }

    /** @throws IOException if the file is missing, damaged or of another format; the message is one sentence */
    public static StoredFindings open(Path file) throws IOException {
        try (SectionReader reader = new SectionReader(file)) {
            return new StoredFindings(file, FindingFileFormat.readFooter(reader));
        }
    }

    /** Returns the number of stored findings, including fixed ones and those on hosts that were not scanned. */
    public int size() {
        return footer.rows();
    }

    /** Passes the findings of the selected rows to the sink, in the order of the rows. */
    public void forEach(IntPredicate rows, Sink sink) throws IOException {
        try (SectionReader reader = new SectionReader(file)) {
            new FindingDetailReader(reader, footer).read(rows, sink);
        }
    }

    /**
     * Returns a finding with all its texts.
     *
     * @param row number of the finding, from 0 in the order in which they were written
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public RecordedFinding get(int row) throws IOException {
        Objects.checkIndex(row, size());
        try (SectionReader reader = new SectionReader(file)) {
            return new FindingDetailReader(reader, footer).get(row);
        }
    }

    /**
     * Returns the fixes that remove the most risk: at most five, and none that removes no risk. Memory grows with the
     * number of hosts, not with that of findings.
     */
    public List<TopFix> topFixes() throws IOException {
        try (SectionReader reader = new SectionReader(file)) {
            return new TopFixFinder(new SegmentScan(reader, footer)).find();
        }
    }

    /**
     * Returns the worst new findings that are not suppressed, in the order of their rows among those of one severity.
     * Memory does not grow with the number of findings.
     */
    public List<RecordedFinding> worstNew(int most) throws IOException {
        List<RecordedFinding> worst = new ArrayList<>();
        try (SectionReader reader = new SectionReader(file)) {
            Set<Integer> rows = NewRows.worst(new SegmentScan(reader, footer), most);
            new FindingDetailReader(reader, footer).read(rows::contains, worst::add);
        }
        worst.sort(Comparator.comparing(recorded -> recorded.finding().severity(), Comparator.reverseOrder()));
        return worst;
    }

    /**
     * Returns the table of all findings. It takes about 32 bytes for each finding, plus the names of plugins and hosts.
     */
    public FindingTable table() throws IOException {
        try (SectionReader reader = new SectionReader(file)) {
            return FindingTable.read(reader, footer);
        }
    }
}
