package io.jenkins.plugins.securitycenter.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * The file of a report: as large as it was told to be, and written without being put together in memory.
 *
 * @param type {@code pdf}, {@code csv}, {@code rtf}, XML such as {@code arf}, and others, which are plain text
 */
record ReportFile(String type, String title, long bytes) {
    private static final byte[] LINE = line();

    private static byte[] line() {
        byte[] line = new byte[1_000];
        Arrays.fill(line, (byte) '.');
        line[0] = '%';
        line[line.length - 1] = '\n';
        return line;
    }

    String contentType() {
        return switch (type) {
            case "pdf" -> "application/pdf";
            case "csv" -> "text/csv";
            case "rtf" -> "application/rtf";
            default -> "application/octet-stream";
        };
    }

    void writeTo(OutputStream out) throws IOException {
        byte[] head = head().getBytes(UTF_8);
        byte[] tail = tail().getBytes(UTF_8);
        out.write(head);
        for (long left = bytes - head.length - tail.length; left > 0; left -= LINE.length) {
            out.write(LINE, 0, (int) Math.min(left, LINE.length));
        }
        out.write(tail);
    }

    private String tail() {
        return switch (type) {
            case "pdf" -> "trailer<</Root 1 0 R>>\n%%EOF\n";
            case "rtf" -> "}\n";
            case "arf", "asr", "lasr" -> "</report>\n";
            default -> "";
        };
    }

    private String head() {
        return switch (type) {
            case "pdf" -> """
                %%PDF-1.4
                %% %s
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
                """.formatted(title);
            case "csv" -> "\"Plugin\",\"Plugin Name\",\"Severity\"\n";
            case "rtf" -> "{\\rtf1 " + title + "\n";
            case "arf", "asr", "lasr" -> "<?xml version=\"1.0\"?>\n<report>\n";
            default -> title + "\n";
        };
    }
}
