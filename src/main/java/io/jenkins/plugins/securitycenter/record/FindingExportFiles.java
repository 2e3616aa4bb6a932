package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.export.ExportFormat;
import io.jenkins.plugins.securitycenter.export.ExportOptions;
import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.task.PendingWorkspaceFile;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** The export files of a record, which are renamed to their paths once all of them are complete. */
final class FindingExportFiles implements AutoCloseable {

    private static final class Part {

        private final String parameter;
        private final ExportFormat format;
        private final PendingWorkspaceFile file;
        private CountingOutputStream stream;
        private FindingWriter writer;

        Part(String parameter, ExportFormat format, PendingWorkspaceFile file) throws IOException {
            this.parameter = parameter;
            this.format = format;
            this.file = file;
            this.stream = new CountingOutputStream(file.open());
        }

        /** Returns a writer to the file, which is truncated if it had a writer before. */
        FindingWriter writer(ExportOptions options) throws IOException {
            if (writer != null) {
                stream.close();
                stream = new CountingOutputStream(file.open());
            }
            writer = format.writer(stream, options);
            return writer;
        }

        List<String> omissions() {
            return writer == null
                    ? List.of()
                    : writer.omissions().stream()
                            .map(sentence -> parameter + ": " + sentence)
                            .toList();
        }
    }

    private final List<Part> parts = new ArrayList<>();
    private boolean confirmed;

    /** @param parameter the parameter of the file, for the build log */
    void add(String parameter, ExportFormat format, PendingWorkspaceFile file) throws IOException {
        try {
            parts.add(new Part(parameter, format, file));
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Returns writers that start all files from scratch; earlier writers must be closed. */
    List<FindingWriter> writers(ExportOptions options) throws IOException {
        List<FindingWriter> writers = new ArrayList<>();
        for (Part part : parts) {
            writers.add(part.writer(options));
        }
        return writers;
    }

    /** Returns a line for each kind of findings that a file lacks, for the build log. */
    List<String> omissions() {
        return parts.stream().flatMap(part -> part.omissions().stream()).toList();
    }

    /** Moves all files to their paths if all of them are complete; their writers must be closed. */
    void keep() throws IOException, InterruptedException {
        for (Part part : parts) {
            part.file.check(part.stream.bytes);
        }
        for (Part part : parts) {
            part.file.keep(part.stream.bytes);
        }
    }

    /** Keeps the files when this object is closed. */
    void confirm() {
        confirmed = true;
    }

    /** Deletes the files unless they were confirmed. */
    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (Part part : parts) {
            try {
                part.stream.close();
            } catch (IOException e) {
                failure = e;
            }
            if (!confirmed) {
                part.file.withdraw();
            }
            part.file.close();
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static final class CountingOutputStream extends FilterOutputStream {

        private long bytes;

        CountingOutputStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            bytes++;
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            out.write(b, off, len);
            bytes += len;
        }
    }
}
