package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.findings.FileSection;
import io.jenkins.plugins.securitycenter.findings.FindingCodec;
import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.findings.PluginCache;
import io.jenkins.plugins.securitycenter.findings.PluginIndex;
import io.jenkins.plugins.securitycenter.findings.PluginLookup;
import io.jenkins.plugins.securitycenter.findings.SectionReader;
import io.jenkins.plugins.securitycenter.findings.SectionWriter;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.text.TextSanitizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes JUnit XML for the {@code junit} step of Jenkins: hosts or plugins are test suites, findings are test cases.
 *
 * <p>A finding of at least the severity {@code failFrom} is a failed test; a finding of lower severity and a fixed one
 * are passed tests; a finding whose risk was accepted or that is suppressed is skipped. Findings on hosts that were not scanned are omitted.
 * Because findings arrive in any order and a suite must be written as a whole, they are first sorted in temporary
 * files. Memory grows only with the number of suites.
 */
final class JUnitWriter implements FindingWriter {

    private final JUnitXml xml;
    private final JUnitTestCase.Naming naming;
    private final ExportOptions options;
    private final ExternalSort spill = new ExternalSort();
    private final Map<String, JUnitCounts> suites = new HashMap<>();
    private final Path textFile = Files.createTempFile("securitycenter-plugins", ".tmp");
    private final SectionWriter texts = new SectionWriter(textFile);
    private final List<FileSection> sections = new ArrayList<>();
    private final PluginIndex plugins = new PluginIndex(texts, sections);

    JUnitWriter(OutputStream stream, ExportOptions options) throws IOException {
        this.options = options;
        xml = new JUnitXml(stream);
        naming = JUnitTestCase.Naming.of(options.grouping());
    }

    @Override
    public void begin() {
        // the start tag contains the number of tests, which is not known yet
    }

    @Override
    public void write(RecordedFinding recorded) throws IOException {
        if (!recorded.state().exported()) {
            return;
        }
        String suite = TextSanitizer.xml(naming.suite(recorded.finding()));
        suites.computeIfAbsent(suite, name -> new JUnitCounts())
                .add(JUnitTestCase.of(recorded, options).result());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            FindingCodec.write(out, recorded, plugins.number(recorded.finding().plugin()));
        }
        spill.add(suite, bytes.toByteArray());
    }

    @Override
    public void end() throws IOException {
        texts.close();
        xml.begin(suites.values());
        try (SectionReader reader = new SectionReader(textFile)) {
            writeSuites(new PluginCache(reader, sections, FindingCodec.FORMAT));
        }
        xml.end();
    }

    @Override
    public void close() throws IOException {
        try (xml;
                spill;
                texts) {
            suites.clear();
        } finally {
            Files.deleteIfExists(textFile);
        }
    }

    private void writeSuites(PluginLookup source) throws IOException {
        String[] open = {null};
        spill.drain((suite, data) -> {
            if (!suite.equals(open[0])) {
                if (open[0] != null) {
                    xml.endSuite();
                }
                xml.beginSuite(suite, suites.get(suite), options.partial());
                open[0] = suite;
            }
            xml.write(read(data, source));
        });
        if (open[0] != null) {
            xml.endSuite();
        }
    }

    private JUnitTestCase read(byte[] data, PluginLookup source) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(data))) {
            return JUnitTestCase.of(FindingCodec.read(in, source, FindingCodec.FORMAT), options);
        }
    }
}
