package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.model.ResourceReference;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The table of contents of a file of findings.
 *
 * @param format the format of the file; not part of the footer itself
 * @param details blocks of complete findings
 * @param segments columns, and the names that they refer to
 * @param plugins all texts of each plugin, by the number of the plugin
 */
record FileFooter(
        int format,
        List<Block> details,
        List<FileSection> segments,
        List<FileSection> plugins,
        List<String> protocols,
        List<ResourceReference> repositories) {

    /**
     * A block of findings.
     *
     * @param firstRow number of its first finding
     * @param fields all fields, in formats from {@value FindingCodec#OUTPUTS_APART} on without the plugin outputs
     * @param outputs the plugin outputs, unless they are among the other fields
     */
    record Block(int firstRow, int rows, FileSection fields, Optional<FileSection> outputs) {

        /** Returns the numbers of its findings. */
        IntStream numbers() {
            return IntStream.range(firstRow, firstRow + rows);
        }
    }

    FileFooter(int format) {
        this(format, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** Returns the number of findings. */
    int rows() {
        return details.isEmpty()
                ? 0
                : details.get(details.size() - 1).firstRow()
                        + details.get(details.size() - 1).rows();
    }

    /** Returns the block that contains the row. */
    Block block(int row) {
        int low = 0;
        int high = details.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (details.get(middle).firstRow() <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return details.get(low);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(details.size());
        for (Block block : details) {
            out.writeInt(block.firstRow());
            out.writeInt(block.rows());
            block.fields().write(out);
            block.outputs().orElseThrow().write(out);
        }
        writeSections(out, segments);
        writeSections(out, plugins);
        out.writeInt(protocols.size());
        for (String protocol : protocols) {
            BinaryFormat.writeText(out, protocol);
        }
        out.writeInt(repositories.size());
        for (ResourceReference repository : repositories) {
            FindingCodec.writeReference(out, repository);
        }
    }

    static FileFooter read(DataInputStream in, int format) throws IOException {
        FileFooter footer = new FileFooter(format);
        for (int left = in.readInt(); left > 0; left--) {
            footer.details.add(footer.nextBlock(in));
        }
        readSections(in, footer.segments);
        readSections(in, footer.plugins);
        for (int left = in.readInt(); left > 0; left--) {
            footer.protocols.add(BinaryFormat.readText(in));
        }
        for (int left = in.readInt(); left > 0; left--) {
            footer.repositories.add(FindingCodec.readReference(in));
        }
        return footer;
    }

    private Block nextBlock(DataInputStream in) throws IOException {
        Block block = new Block(
                in.readInt(),
                in.readInt(),
                FileSection.read(in),
                format < FindingCodec.OUTPUTS_APART ? Optional.empty() : Optional.of(FileSection.read(in)));
        if (block.firstRow() != rows() || block.rows() < 1 || block.rows() > Integer.MAX_VALUE - rows()) {
            throw new IllegalArgumentException("The blocks of findings are not contiguous.");
        }
        return block;
    }

    private static void writeSections(DataOutput out, List<FileSection> sections) throws IOException {
        out.writeInt(sections.size());
        for (FileSection section : sections) {
            section.write(out);
        }
    }

    private static void readSections(DataInputStream in, List<FileSection> sections) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            sections.add(FileSection.read(in));
        }
    }
}
