package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.export.ExportFormat;
import io.jenkins.plugins.securitycenter.export.ExportOptions;
import io.jenkins.plugins.securitycenter.export.FileCompression;
import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.task.PendingWorkspaceFile;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The export files of a record, which are renamed to their paths once all of them are complete. */
final class FindingExportFiles implements AutoCloseable {

    /** Writes the content of a file. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    private static class Part {

        private final PendingWorkspaceFile file;
        private final String path;
        private CountingOutputStream stream;

        Part(String path, PendingWorkspaceFile file) throws IOException {
            this.path = path;
            this.file = file;
            this.stream = new CountingOutputStream(file.open());
        }

        /** Returns a stream of the content; the caller closes it. */
        OutputStream content() throws IOException {
            return FileCompression.of(path, stream);
        }

        void truncate() throws IOException {
            stream.close();
            stream = new CountingOutputStream(file.open());
        }
    }

    private static final class FindingPart extends Part {

        private final String parameter;
        private final ExportFormat format;
        private @Nullable FindingWriter writer;

        FindingPart(String parameter, ExportFormat format, String path, PendingWorkspaceFile file) throws IOException {
            super(path, file);
            this.parameter = parameter;
            this.format = format;
        }

        /** Returns a writer to the file, which is truncated if it had a writer before. */
        FindingWriter writer(ExportOptions options) throws IOException {
            if (writer != null) {
                truncate();
            }
            writer = format.writer(content(), options);
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

    private final List<FindingPart> parts = new ArrayList<>();
    private final Map<String, Part> documents = new HashMap<>();
    private boolean confirmed;

    /**
     * @param parameter the parameter of the file, for the build log
     * @param path the path of the file in the workspace
     */
    void add(String parameter, ExportFormat format, String path, PendingWorkspaceFile file) throws IOException {
        try {
            parts.add(new FindingPart(parameter, format, path, file));
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Adds a file that is written after the findings. */
    void addDocument(String parameter, String path, PendingWorkspaceFile file) throws IOException {
        try {
            documents.put(parameter, new Part(path, file));
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Writes the document of that parameter, if there is a file for it. */
    void document(String parameter, Content content) throws IOException {
        Part document = documents.get(parameter);
        if (document != null) {
            try (OutputStream out = document.content()) {
                content.write(out);
            }
        }
    }

    private List<Part> all() {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(documents.values());
        return all;
    }

    /** Returns writers that start all files from scratch; earlier writers must be closed. */
    List<FindingWriter> writers(ExportOptions options) throws IOException {
        List<FindingWriter> writers = new ArrayList<>();
        for (FindingPart part : parts) {
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
        for (Part part : all()) {
            part.file.check(part.stream.bytes);
        }
        for (Part part : all()) {
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
        for (Part part : all()) {
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
