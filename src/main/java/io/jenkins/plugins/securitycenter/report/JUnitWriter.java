package io.jenkins.plugins.securitycenter.report;

import io.jenkins.plugins.securitycenter.gate.Change;
import io.jenkins.plugins.securitycenter.model.Finding;
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
 * JUnit XML as Jenkins' junit step reads it: hosts or plugins are suites, findings are tests.
 *
 * <p>A finding of at least the severity {@code failFrom} is a failed test, a milder one passes, as does a fixed one; a
 * finding whose risk was accepted is skipped. Findings of hosts that were not scanned are left out. Findings arrive in
 * any order and a suite has to be written in one piece, so they are sorted in temporary files first; memory grows with
 * the number of suites only.
 */
final class JUnitWriter implements FindingWriter {

    private final JUnitXml xml;
    private final JUnitCase.Naming naming;
    private final ExportOptions options;
    private final SortedSpill spill = new SortedSpill();
    private final Map<String, JUnitCounts> suites = new HashMap<>();
    private final Path textFile = Files.createTempFile("securitycenter-plugins", ".tmp");
    private final SectionWriter texts = new SectionWriter(textFile);
    private final List<Section> sections = new ArrayList<>();
    private final PluginNumbers plugins = new PluginNumbers(texts, sections);

    JUnitWriter(OutputStream stream, ExportOptions options) throws IOException {
        this.options = options;
        xml = new JUnitXml(stream);
        naming = JUnitCase.Naming.of(options.grouping());
    }

    @Override
    public void begin() {
        // nothing can be written before the number of tests is known
    }

    @Override
    public void write(Finding finding, Change change) throws IOException {
        if (change == Change.NOT_SCANNED) {
            return;
        }
        String suite = Text.xml(naming.suite(finding));
        suites.computeIfAbsent(suite, name -> new JUnitCounts())
                .add(JUnitCase.of(finding, change, options).result());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(change.ordinal());
            FindingCodec.write(out, finding, plugins.number(finding.plugin()));
        }
        spill.add(suite, bytes.toByteArray());
    }

    @Override
    public void end() throws IOException {
        texts.close();
        xml.begin(suites.values());
        try (SectionReader reader = new SectionReader(textFile)) {
            writeSuites(new PluginTexts(reader, sections));
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

    private void writeSuites(PluginSource source) throws IOException {
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

    private JUnitCase read(byte[] data, PluginSource source) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(data))) {
            Change change = Change.values()[in.readByte()];
            return JUnitCase.of(FindingCodec.read(in, source), change, options);
        }
    }
}
