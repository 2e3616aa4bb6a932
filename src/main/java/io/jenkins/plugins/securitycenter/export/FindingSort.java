package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.findings.FileSection;
import io.jenkins.plugins.securitycenter.findings.FindingCodec;
import io.jenkins.plugins.securitycenter.findings.FindingDecoder;
import io.jenkins.plugins.securitycenter.findings.FindingEncoder;
import io.jenkins.plugins.securitycenter.findings.PluginCache;
import io.jenkins.plugins.securitycenter.findings.PluginIndex;
import io.jenkins.plugins.securitycenter.findings.PluginLookup;
import io.jenkins.plugins.securitycenter.findings.SectionReader;
import io.jenkins.plugins.securitycenter.findings.SectionWriter;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Sorts any number of findings by a string key in temporary files. Memory grows only with the number of plugins, whose
 * strings are stored once.
 */
final class FindingSort implements Closeable {

    /** Receives the findings in the order of their keys. */
    interface Sink {
        void accept(String key, RecordedFinding recorded) throws IOException;
    }

    private final ExternalSort sort = new ExternalSort();
    private final Path textFile = Files.createTempFile("securitycenter-plugins", ".tmp");
    private final SectionWriter texts = new SectionWriter(textFile);
    private final List<FileSection> sections = new ArrayList<>();
    private final PluginIndex plugins = new PluginIndex(texts, sections);

    FindingSort() throws IOException {
        // The temporary file can fail to be created.
    }

    /** Adds a finding. Findings with equal keys keep their order. */
    void add(String key, RecordedFinding recorded) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            new FindingEncoder(out, out)
                    .write(recorded, plugins.number(recorded.finding().plugin()));
        }
        sort.add(key, bytes.toByteArray());
    }

    /** Passes the first findings to the sink, at most that many. Nothing can be added afterwards. */
    void drain(int most, Sink sink) throws IOException {
        texts.close();
        try (SectionReader reader = new SectionReader(textFile)) {
            PluginLookup lookup = new PluginCache(reader, sections, FindingCodec.FORMAT);
            int[] left = {most};
            sort.drain((key, data) -> {
                if (left[0]-- > 0) {
                    sink.accept(key, read(data, lookup));
                }
            });
        }
    }

    @Override
    public void close() throws IOException {
        try (sort;
                texts) {
            sections.clear();
        } finally {
            Files.deleteIfExists(textFile);
        }
    }

    private static RecordedFinding read(byte[] data, PluginLookup lookup) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(data))) {
            FindingDecoder decoder = new FindingDecoder(in, () -> in, FindingCodec.FORMAT);
            return decoder.complete(decoder.next(lookup));
        }
    }
}
