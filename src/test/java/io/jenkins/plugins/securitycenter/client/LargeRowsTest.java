package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.client.analysis.Analysis;
import io.jenkins.plugins.securitycenter.client.analysis.AnalysisQuery;
import io.jenkins.plugins.securitycenter.client.transport.Answers;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.MalformedRows;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.Response;
import io.jenkins.plugins.securitycenter.client.transport.Retries;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import io.jenkins.plugins.securitycenter.client.transport.RetryingTransport;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException.Attempt;
import io.jenkins.plugins.securitycenter.client.transport.Transport;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import io.jenkins.plugins.securitycenter.client.transport.UnreachableException;
import io.jenkins.plugins.securitycenter.model.Finding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Rows that take more memory than a page may. */
class LargeRowsTest {

    private static final int ROWS = 45;
    private static final String MARK = " more bytes truncated)";

    private final List<Integer> asked = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();
    private final List<MalformedRows> odd = new ArrayList<>();

    @Test
    void asksForFewerRowsAndCutsTheirTexts() throws Exception {
        String text = "x".repeat(2_000_000);

        assertThat(read(text)).isEqualTo(ROWS);

        assertThat(asked).startsWith(500, 100, 20, 20, 20);
        assertThat(outputs)
                .hasSize(ROWS)
                .allSatisfy(output -> assertThat(output)
                        .hasSizeBetween(1024 * 1024, 1024 * 1024 + 100)
                        .endsWith(MARK));
        assertThat(odd).containsExactly(new MalformedRows(0, ROWS));
    }

    @Test
    void takesRowsWithOddBytes() throws Exception {
        assertThat(read("caf\u00a0 banner")).isEqualTo(ROWS);

        assertThat(outputs).hasSize(ROWS).containsOnly("caf\uFFFD banner");
        assertThat(odd).containsExactly(new MalformedRows(ROWS, 0));
    }

    @Test
    void saysThatOneRowIsTooLarge() {
        assertThatThrownBy(() -> read("x".repeat(70_000_000)))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageEndingWith("the response is larger than 64 MB; request fewer fields.");
        assertThat(asked).containsExactly(500, 100, 20, 4, 1);
    }

    private long read(String text) throws Exception {
        RetryingTransport transport =
                new RetryingTransport(new Pages(text), RetryPolicy.NONE, duration -> {}, InstantSource.system());
        Endpoint endpoint = Endpoint.of("prod", URI.create("https://sc.example.com"));
        ApiKeyClient access = new ApiKeyClient(endpoint, transport, new Login.ApiKeys("a".repeat(32), "b".repeat(32)));
        try (SecurityCenter server = new SecurityCenter(
                endpoint,
                access,
                Retries.silent(RetryPolicy.NONE),
                duration -> {},
                () -> CompletableFuture.completedFuture(null))) {
            return new Analysis(server).read(AnalysisQuery.of(AnalysisQuery.SourceType.CUMULATIVE), new Kept());
        }
    }

    private final class Kept implements Analysis.FindingsListener {
        @Override
        public void finding(Finding finding) {
            outputs.add(finding.output());
        }

        @Override
        public void odd(MalformedRows rows) {
            odd.add(rows);
        }
    }

    /** Pages of rows that all have one text, in ISO 8859-1. */
    private final class Pages implements Transport {

        private final byte[] text;

        Pages(String text) {
            this.text = text.getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public <T> T send(Request request, Map<String, String> headers, Duration limit, Response.Handler<T> reader)
                throws SecurityCenterException {
            JsonNode body = ((Request.Body.Json) request.body()).value();
            int start = body.findValue("startOffset").asInt();
            int end = body.findValue("endOffset").asInt();
            asked.add(end - start);
            List<InputStream> parts = new ArrayList<>();
            parts.add(bytes("{\"response\":{\"totalRecords\":\"" + ROWS + "\",\"results\":["));
            for (int row = start; row < Math.min(end, ROWS); row++) {
                parts.add(bytes((row > start ? "," : "") + "{\"pluginID\":\"" + (row + 1000)
                        + "\",\"severity\":{\"id\":\"3\",\"name\":\"High\"},\"ip\":\"192.0.2.1\",\"port\":\"443\","
                        + "\"protocol\":\"TCP\",\"repository\":{\"id\":\"1\",\"name\":\"Default\"},\"pluginText\":\""));
                parts.add(new ByteArrayInputStream(text));
                parts.add(bytes("\"}"));
            }
            parts.add(bytes("]},\"error_code\":0}"));
            InputStream all = new SequenceInputStream(Collections.enumeration(parts));
            try {
                return reader.read(Answers.of(200, "application/json", all).answer());
            } catch (SecurityCenterException e) {
                throw e;
            } catch (IOException e) {
                throw UnreachableException.answerLost(new Attempt("prod", request.operation()), "lost.", e);
            }
        }

        @Override
        public void close() {
            // there is no connection
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
