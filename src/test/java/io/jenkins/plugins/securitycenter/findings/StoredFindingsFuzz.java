package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.fuzz.FuzzInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file of findings: as it is, or a sound frame with sums that are right around arbitrary content. */
public final class StoredFindingsFuzz {

    private static final int FRAMED = 1;

    private StoredFindingsFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        FuzzInput input = new FuzzInput(bytes);
        Path file = Files.createTempFile("securitycenter-fuzz", ".findings");
        try {
            if (input.next() == FRAMED) {
                frame(file, input);
            } else {
                Files.write(file, input.rest());
            }
            read(file);
        } finally {
            Files.delete(file);
        }
    }

    private static void frame(Path file, FuzzInput input) throws IOException {
        FileFooter footer = new FileFooter(FindingCodec.FORMAT);
        try (SectionWriter writer = new SectionWriter(file)) {
            writer.plain(FindingFileFormat.head());
            footer.details()
                    .add(new FileFooter.Block(
                            input.nextInt(),
                            input.nextInt(),
                            section(writer, input),
                            Optional.of(section(writer, input))));
            footer.segments().add(section(writer, input));
            footer.plugins().add(section(writer, input));
            footer.protocols().add(input.text());
            FindingFileFormat.writeFooter(writer, footer);
        }
    }

    private static FileSection section(SectionWriter writer, FuzzInput input) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(input.bytes(input.next() << 8 | input.next()));
        return writer.compressed(content);
    }

    private static void read(Path file) {
        try {
            StoredFindings stored = StoredFindings.open(file);
            FindingTable table = stored.table();
            table.findings(TableQuery.FIRST);
            table.hosts(TableQuery.FIRST);
            stored.forEach(row -> true, recorded -> recorded.finding().key());
            if (stored.size() > 0) {
                stored.get(0);
            }
        } catch (IOException e) {
            e.getMessage().length();
        }
    }
}
