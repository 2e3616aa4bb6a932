package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingPageTest {

    private static final int ASKED = 3;

    private final FindingPage page = new FindingPage(ASKED);

    @Test
    void readsFindings() throws IOException {
        read("{\"totalRecords\":\"2\",\"returnedRecords\":2,\"results\":" + rows(2) + "}");

        assertThat(page.findings()).extracting(finding -> finding.plugin().id()).containsExactly("1", "2");
        assertThat(page.read()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"7\"', 3, 3, false",
        "'\"7\"', 2, 6, false",
        "'\"7\"', 1, 9, true",
        "'\"6\"', 3, 6, true",
        "6, 3, 6, true",
        "6.0, 3, 3, false",
        "'\"7\"', 0, 3, true",
        "-1, 3, 3, false",
        "'\"-1\"', 2, 3, true",
        "null, 3, 3, false",
        "'\"\"', 2, 3, true",
        "{}, 3, 3, false",
        "[1], 2, 3, true",
    })
    void knowsTheLastPage(String total, int rows, long end, boolean last) throws IOException {
        read("{\"totalRecords\":" + total + ",\"results\":" + rows(rows) + "}");

        assertThat(page.findings()).hasSize(rows);
        assertThat(page.last(end)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"3, false", "4, false", "2, true", "0, true"})
    void endsOnAShortPageWhenTheTotalIsMissing(int rows, boolean last) throws IOException {
        read("{\"returnedRecords\":10000.052631578947,\"results\":" + rows(rows) + "}");

        assertThat(page.last(ASKED)).isEqualTo(last);
    }

    @Test
    void startsAnewWhenTheCallIsRepeated() throws IOException {
        read("{\"totalRecords\":\"9\",\"results\":" + rows(3) + "}");
        read("{\"results\":" + rows(1) + "}");

        assertThat(page.findings()).hasSize(1);
        assertThat(page.last(ASKED)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "[]",
                "null",
                "{}",
                "{\"0\":\"192.168.100.1\",\"1\":\"192.168.100.3-192.168.100.5\",\"results\":null}",
                "{\"totalRecords\":\"2\",\"results\":{\"0\":{}}}",
            })
    void isNotReadWithoutAListOfResults(String response) throws IOException {
        read(response);

        assertThat(page.read()).isFalse();
        assertThat(page.findings()).isEmpty();
    }

    @Test
    void readsTheShapeOfATrend() throws IOException {
        read("{\"totalRecords\":-1,\"returnedRecords\":-1,\"endOffset\":\"-1\",\"results\":[{\"date\":1550188800}]}");

        assertThat(page.findings()).hasSize(1);
        assertThat(page.last(ASKED)).isTrue();
    }

    private void read(String response) throws IOException {
        EnvelopeReader.read(Answers.envelope(response).answer(), page);
    }

    private static String rows(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> "{\"pluginID\":\"" + i + "\",\"ip\":\"10.0.0." + i + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
