package io.jenkins.plugins.securitycenter.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.securitycenter.export.ExportFormat;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayServerTest {

    private static final int FINDINGS = 2000;

    private final ReplayServer server = new ReplayServer();
    private final ReplayClient client = new ReplayClient(server.url());

    ReplayServerTest() throws Exception {}

    @AfterEach
    void close() throws Exception {
        client.close();
        server.close();
    }

    @Test
    void sendsRowsAsLongAsThoseOfRealServers() throws Exception {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        new ReplayAnswers()
                .answer(
                        "POST",
                        "/rest/analysis",
                        "{\"scanID\":\"1000001\",\"startOffset\":500,\"endOffset\":1500}",
                        page);
        JsonNode rows = new ObjectMapper().readTree(page.toByteArray()).at("/response/results");
        assertThat(rows).hasSize(1000);
        assertThat(page.size() / 1000).isBetween(3000, 3400);
    }

    @Test
    void recordsComparesAndExportsWhatTheServerReplays(@TempDir Path directory) throws Exception {
        RecordedBuild build = new RecordedBuild(directory, client);
        build.recordReference(new ReplayScan(FINDINGS, false));
        build.record(FINDINGS, List.of(ExportFormat.CSV));
        assertThat(directory.resolve("findings.csv")).isNotEmptyFile();
        Files.delete(directory.resolve("findings.csv"));
        build.export(new ReplayScan(FINDINGS, true), ExportFormat.CSV);
        assertThat(directory.resolve("findings.csv")).isNotEmptyFile();
    }

    @Test
    void downloadsTheSamePagesAsTheClient() throws Exception {
        client.read(new ReplayScan(FINDINGS, true));
        try (PlainDownload plain = new PlainDownload(server.url())) {
            assertThat(plain.readTrees()).isEqualTo(FINDINGS);
            assertThat(plain.download()).isBetween(3000L * FINDINGS, 3400L * FINDINGS);
        }
    }
}
