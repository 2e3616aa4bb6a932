package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.text.TextSanitizer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes JUnit XML for the {@code junit} step of Jenkins: hosts or plugins are test suites, findings are test cases.
 *
 * <p>A finding of at least the severity {@code failFrom} is a failed test; a finding of lower severity and a fixed one
 * are passed tests; a finding whose risk was accepted or that is suppressed is skipped. Findings on hosts that were not scanned are omitted.
 * Because findings arrive in any order and a suite must be written as a whole, they are first sorted in temporary
 * files. Memory grows only with the number of suites, hosts and plugins.
 *
 * <p>The tests of a host that is in several repositories have the repository in their names. Tests that would still have
 * the same name, for example those of two protocols, have the fingerprint of the finding in their names.
 */
final class JUnitWriter implements FindingWriter {

    /** Separates the parts of keys; XML does not allow it. */
    private static final char SEPARATOR = '\0';

    /** A test that is written when the name of the next one is known. */
    private record Pending(JUnitTestCase test, Finding finding) {}

    private final JUnitXml xml;
    private final JUnitTestCase.Naming naming;
    private final ExportOptions options;
    private final FindingSort sort;
    private final Map<String, JUnitCounts> suites = new HashMap<>();
    private final HostRepositories repositories = new HostRepositories();

    private @Nullable String open;
    private @Nullable Pending pending;
    private boolean repeated;
    private boolean nothingScanned;

    JUnitWriter(OutputStream stream, ExportOptions options) throws IOException {
        this.options = options;
        sort = new FindingSort();
        xml = new JUnitXml(stream);
        naming = JUnitTestCase.Naming.of(options.grouping());
    }

    @Override
    public void begin() {
        // the start tag contains the number of tests, which is not known yet
    }

    @Override
    public void write(RecordedFinding complete) throws IOException {
        if (!complete.state().exported()) {
            return;
        }
        Finding finding = complete.finding();
        JUnitTestCase.Result result = JUnitTestCase.result(complete, options);
        // only failures contain outputs, and most of the sorted bytes are outputs
        RecordedFinding recorded = complete.withOutput(
                result == JUnitTestCase.Result.FAILED
                        ? TextSanitizer.limit(finding.output(), JUnitTestCase.MOST_OUTPUT)
                        : "");
        String suite = TextSanitizer.xml(naming.suite(finding));
        suites.computeIfAbsent(suite, name -> new JUnitCounts()).add(result);
        repositories.add(
                JUnitTestCase.Naming.host(finding), finding.repository().id());
        sort.add(
                suite
                        + SEPARATOR
                        + TextSanitizer.xml(naming.test(finding))
                        + SEPARATOR
                        + TextSanitizer.xml(finding.repository().id())
                        + SEPARATOR
                        + fingerprint(finding),
                recorded);
    }

    @Override
    public void nothingScanned() {
        nothingScanned = true;
    }

    @Override
    public void end() throws IOException {
        xml.begin(suites.values());
        sort.drain(Integer.MAX_VALUE, (key, recorded) -> write(key.substring(0, key.indexOf(SEPARATOR)), recorded));
        writePending();
        if (open == null) {
            writeEmptySuite();
        } else {
            xml.endSuite();
        }
        xml.end();
    }

    /** Writes a suite without tests, so that a file without findings says why it may have none. */
    private void writeEmptySuite() throws IOException {
        List<String> properties = new ArrayList<>(properties());
        if (nothingScanned) {
            properties.add("nothingScanned");
        }
        if (!properties.isEmpty()) {
            xml.beginSuite("SecurityCenter", new JUnitCounts(), properties);
            xml.endSuite();
        }
    }

    private List<String> properties() {
        return options.partial() ? List.of("partialScan") : List.of();
    }

    @Override
    public void close() throws IOException {
        try (xml;
                sort) {
            suites.clear();
        }
    }

    /** Writes the previous test, and keeps this one until it is known whether the next one has the same name. */
    private void write(String suite, RecordedFinding recorded) throws IOException {
        JUnitTestCase test = JUnitTestCase.of(recorded, options).named(repository(recorded.finding()));
        boolean same = suite.equals(open)
                && pending != null
                && test.name().equals(pending.test().name());
        repeated |= same;
        writePending();
        repeated = same;
        pending = new Pending(test, recorded.finding());
        if (!suite.equals(open)) {
            if (open != null) {
                xml.endSuite();
            }
            xml.beginSuite(suite, Objects.requireNonNull(suites.get(suite)), properties());
            open = suite;
        }
    }

    private void writePending() throws IOException {
        if (pending != null) {
            JUnitTestCase test = pending.test();
            xml.write(repeated ? test.named(" [" + fingerprint(pending.finding()) + "]") : test);
        }
    }

    private String repository(Finding finding) {
        ResourceReference repository = finding.repository();
        return repositories.several(JUnitTestCase.Naming.host(finding))
                ? ", repository " + (repository.name().isEmpty() ? repository.id() : repository.name())
                : "";
    }

    private static String fingerprint(Finding finding) {
        return Fingerprint.text(Fingerprint.of(finding));
    }
}
