package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.HostileTexts;
import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.findings.ManyFindings;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;

/**
 * Prints how large exports are, plain and compressed with gzip: of ordinary findings in each format, and of hostile ones
 * in SARIF. Argument: the number of findings.
 */
final class ExportSizes {

    private static final class Counter extends OutputStream {

        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] data, int offset, int length) {
            bytes += length;
        }
    }

    private ExportSizes() {}

    public static void main(String[] arguments) throws IOException {
        int findings = Integer.parseInt(arguments[0]);
        for (ExportFormat format : ExportFormat.values()) {
            print("ordinary", format, ExportOptions.DEFAULT, findings, ManyFindings::finding);
        }
        ExportOptions most = ExportOptions.DEFAULT.with(new SarifSelection(25_000, false));
        print("ordinary, 25,000", ExportFormat.SARIF, most, findings, ManyFindings::finding);
        List<Finding> megabytes = HostileTexts.all().map(HostileTexts::of).toList();
        print(
                "hostile",
                ExportFormat.SARIF,
                ExportOptions.DEFAULT,
                Math.min(findings, 5_000),
                i -> onPort(megabytes.get(i % megabytes.size()), i));
        print("random", ExportFormat.SARIF, ExportOptions.DEFAULT, Math.min(findings, 5_000), ExportSizes::random);
    }

    private static Finding random(int number) {
        String text = new Random(number)
                .ints(2_000, 0x4E00, 0x9FFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return onPort(HostileTexts.of(text), number);
    }

    private static Finding onPort(Finding finding, int port) {
        return new Finding(
                finding.plugin(),
                finding.severity(),
                finding.host(),
                port,
                finding.protocol(),
                finding.repository(),
                finding.risk(),
                finding.firstSeen(),
                finding.lastSeen(),
                finding.output());
    }

    private static void print(
            String kind, ExportFormat format, ExportOptions options, int findings, IntFunction<Finding> source)
            throws IOException {
        Counter compressed = new Counter();
        Counter plain = new Counter();
        GZIPOutputStream gzip = new GZIPOutputStream(compressed);
        OutputStream both = new BufferedOutputStream(new OutputStream() {
            @Override
            public void write(int b) {
                throw new IllegalStateException("The stream above writes arrays.");
            }

            @Override
            public void write(byte[] data, int offset, int length) throws IOException {
                plain.write(data, offset, length);
                gzip.write(data, offset, length);
            }
        });
        long start = System.nanoTime();
        try (FindingWriter writer = format.writer(both, options)) {
            writer.begin();
            for (int i = 0; i < findings; i++) {
                writer.write(new RecordedFinding(source.apply(i), FindingState.NEW));
            }
            writer.end();
            gzip.finish();
            System.out.printf(
                    Locale.ENGLISH,
                    "%,d findings, %s, %s: %.1f MB, %.2f MB compressed, %.1f s %s%n",
                    findings,
                    kind,
                    format,
                    plain.bytes / 1e6,
                    compressed.bytes / 1e6,
                    (System.nanoTime() - start) / 1e9,
                    writer.omissions());
        }
    }
}
