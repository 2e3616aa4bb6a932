package io.jenkins.plugins.securitycenter.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileCompressionTest {

    @ParameterizedTest
    @ValueSource(strings = {"findings.jsonl.gz", "a/FINDINGS.JSONL.GZ", ".gz"})
    void compressesFilesThatAreNamedSo(String path) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(written(path)))) {
            assertThat(in.readAllBytes()).containsExactly('{', '}');
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"findings.jsonl", "gz", "findings.gz/a.jsonl", ""})
    void leavesOtherFilesAsTheyAre(String path) throws IOException {
        assertThat(written(path)).containsExactly('{', '}');
    }

    private static byte[] written(String path) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = FileCompression.of(path, bytes)) {
            out.write(new byte[] {'{', '}'});
        }
        return bytes.toByteArray();
    }
}
