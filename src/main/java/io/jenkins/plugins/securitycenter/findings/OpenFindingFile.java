package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.gate.ReferenceFindings;
import io.jenkins.plugins.securitycenter.model.Finding;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The findings of a stored file that remains open, so that they can be read repeatedly even if their build is deleted
 * in the meantime. On systems where an open file cannot be deleted, the deletion fails instead. Not thread-safe.
 */
public final class OpenFindingFile implements ReferenceFindings, Closeable {

    private final SectionReader reader;
    private final FindingDetailReader details;

    private OpenFindingFile(SectionReader reader, FileFooter footer) {
        this.reader = reader;
        this.details = new FindingDetailReader(reader, footer);
    }

    /**
     * Opens a file and checks every part of it that {@link #read} needs.
     *
     * @throws IOException if the file is missing, damaged or of another format; the message is one sentence
     */
    public static OpenFindingFile open(Path file) throws IOException {
        SectionReader reader = new SectionReader(file);
        try {
            FileFooter footer = FindingFileFormat.readFooter(reader);
            for (FileFooter.Block block : footer.details()) {
                reader.check(block.fields());
                if (block.outputs().isPresent()) {
                    reader.check(block.outputs().get());
                }
            }
            for (FileSection plugin : footer.plugins()) {
                reader.check(plugin);
            }
            return new OpenFindingFile(reader, footer);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** Passes on the findings that a later comparison needs: all except the fixed ones. */
    @Override
    public void read(Consumer<Finding> consumer) throws IOException {
        readRecorded(recorded -> true, recorded -> consumer.accept(recorded.finding()));
    }

    @Override
    public void readRecorded(Predicate<RecordedFinding> wanted, Consumer<RecordedFinding> consumer) throws IOException {
        details.read(
                row -> true,
                details.texts(),
                recorded -> recorded.state().remembered() && wanted.test(recorded),
                consumer::accept);
    }

    @Override
    public void readKeys(Consumer<Finding> consumer) throws IOException {
        details.read(row -> true, PluginLookup.IDS, recorded -> passes(recorded, consumer), recorded -> {});
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Passes a finding on without its plugin output, which is not wanted then. */
    private static boolean passes(RecordedFinding recorded, Consumer<Finding> consumer) {
        if (recorded.state().remembered()) {
            consumer.accept(recorded.finding());
        }
        return false;
    }
}
