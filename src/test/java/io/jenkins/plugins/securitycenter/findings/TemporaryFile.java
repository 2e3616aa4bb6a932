package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Findings in a stored file that goes away in the end; for laws, which store many. */
record TemporaryFile(Path file) implements Closeable {

    static TemporaryFile with(List<RecordedFinding> entries) {
        try {
            TemporaryFile file = new TemporaryFile(Files.createTempFile("securitycenter-law", ".findings"));
            try (FindingFileWriter writer = new FindingFileWriter(file.file())) {
                writer.begin();
                for (RecordedFinding entry : entries) {
                    writer.write(entry);
                }
                writer.end();
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    StoredFindings open() throws IOException {
        return StoredFindings.open(file);
    }

    @Override
    public void close() throws IOException {
        Files.delete(file);
    }
}
