package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Stores findings in a file, in a single pass: complete findings in compressed blocks, the plugin outputs of a block apart
 * from its other fields, the texts of each plugin once,
 * and compact columns for tables. Memory grows with the number of plugins and hosts (about 100 bytes each), not with
 * the number of findings. The file gets its name once it is complete; closing the writer before that leaves no file
 * behind.
 */
public final class FindingFileWriter implements FindingWriter {

    private static final int MOST_ROWS = 256;
    private static final int MOST_BYTES = 1 << 20;

    private final Path file;
    private final Path unfinished;
    private final SectionWriter sections;
    private final FileFooter footer = new FileFooter(FindingCodec.FORMAT);
    private final SegmentWriter segment;
    private final ByteArrayOutputStream fields = new ByteArrayOutputStream();
    private final ByteArrayOutputStream outputs = new ByteArrayOutputStream();
    private FindingEncoder block = newBlock();
    private int blockRows;

    /** @param file file to write; an existing file is replaced at the end */
    public FindingFileWriter(Path file) throws IOException {
        this.file = file;
        unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        sections = new SectionWriter(unfinished);
        segment = new SegmentWriter(sections, footer);
    }

    @Override
    public void begin() throws IOException {
        sections.plain(FindingFileFormat.head());
    }

    @Override
    public void write(RecordedFinding recorded) throws IOException {
        int plugin = segment.add(recorded);
        block.write(recorded, plugin);
        blockRows++;
        if (blockRows == MOST_ROWS || fields.size() + outputs.size() >= MOST_BYTES) {
            endBlock();
        }
    }

    @Override
    public void end() throws IOException {
        endBlock();
        segment.end();
        FindingFileFormat.writeFooter(sections, footer);
        sections.close();
        PendingFindingFile.move(unfinished, file);
    }

    @Override
    public void close() throws IOException {
        try {
            sections.close();
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void endBlock() throws IOException {
        if (blockRows > 0) {
            FileSection first = sections.compressed(fields);
            Optional<FileSection> second = Optional.of(sections.compressed(outputs));
            footer.details().add(new FileFooter.Block(footer.rows(), blockRows, first, second));
            block = newBlock();
            blockRows = 0;
        }
    }

    private FindingEncoder newBlock() {
        return new FindingEncoder(new DataOutputStream(fields), new DataOutputStream(outputs));
    }
}
