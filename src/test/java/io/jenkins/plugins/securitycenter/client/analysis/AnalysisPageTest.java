package io.jenkins.plugins.securitycenter.client.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securitycenter.client.resource.RowReader;
import io.jenkins.plugins.securitycenter.client.transport.Answers;
import io.jenkins.plugins.securitycenter.client.transport.EnvelopeReader;
import io.jenkins.plugins.securitycenter.model.EpssScale;
import io.jenkins.plugins.securitycenter.model.FindingReader;
import io.jenkins.plugins.securitycenter.model.UnreadableValueException;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnalysisPageTest {

    private final AnalysisPage page =
            new AnalysisPage(new RowReader(0, new FindingReader(EpssScale.AUTO)::read), new RowFields());

    @Test
    void readsFindings() throws IOException {
        read("{\"totalRecords\":\"2\",\"returnedRecords\":2,\"results\":" + rows(2) + "}");

        assertThat(page.rows()).extracting(row -> row.finding().plugin().id()).containsExactly("1", "2");
        assertThat(page.total()).hasValue(2);
        assertThat(page.returned()).hasValue(2);
        assertThat(page.read()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"'\"7\"', 7", "7, 7", "6.0, 6", "0, 0", "'\" 1629 \"', 1629"})
    void readsATotalInItsShapes(String total, long value) throws IOException {
        read("{\"totalRecords\":" + total + ",\"results\":[]}");

        assertThat(page.total()).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-1", "\"-1\"", "null", "\"\"", "{}", "[1]", "true", "7.5", "\"many\"", "1e300", "\"1e999\""})
    void takesNoOtherShapeForATotal(String total) throws IOException {
        read("{\"totalRecords\":" + total + ",\"results\":" + rows(2) + "}");

        assertThat(page.total()).isEmpty();
        assertThat(page.rows()).hasSize(2);
    }

    @Test
    void doesNotChooseAmongSeveralTotals() throws IOException {
        assertThatThrownBy(() -> read("{\"totalRecords\":\"3\",\"results\":" + rows(2) + ",\"totalRecords\":2}"))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageContaining("totalRecords 3 is not valid");
        read("{\"totalRecords\":\"2\",\"results\":" + rows(2) + ",\"totalRecords\":2}");
        assertThat(page.total()).hasValue(2);
    }

    @Test
    void dropsTheFractionOfTheReturnedRecords() throws IOException {
        read("{\"returnedRecords\":10000.052631578947,\"results\":" + rows(2) + "}");

        assertThat(page.total()).isEmpty();
        assertThat(page.returned()).hasValue(10_000);
    }

    @Test
    void tellsRowsApartByEachField() throws IOException {
        String row = "{\"pluginID\":\"1\",\"severity\":\"1\",\"ip\":\"10.0.0.1\"}";
        read("{\"results\":[" + row + "," + row + "," + row.replace("}", ",\"score\":1}") + "]}");

        assertThat(page.rows().get(1)).isEqualTo(page.rows().get(0));
        assertThat(page.rows().get(2).content()).isNotEqualTo(page.rows().get(0).content());
    }

    @Test
    void startsAnewWhenTheCallIsRepeated() throws IOException {
        read("{\"totalRecords\":\"9\",\"results\":" + rows(3) + "}");
        read("{\"results\":" + rows(1) + "}");

        assertThat(page.rows()).hasSize(1);
        assertThat(page.total()).isEmpty();
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
        assertThat(page.rows()).isEmpty();
    }

    @Test
    void readsTheShapeOfATrend() throws IOException {
        AnalysisPage trend =
                new AnalysisPage(new RowReader(0, new FindingReader(EpssScale.AUTO)::readHost), new RowFields());
        read(
                "{\"totalRecords\":-1,\"returnedRecords\":-1,\"endOffset\":\"-1\",\"results\":[{\"date\":1550188800}]}",
                trend);

        assertThat(trend.rows()).hasSize(1);
        assertThat(trend.total()).isEmpty();
    }

    private void read(String response) throws IOException {
        read(response, page);
    }

    private static void read(String response, AnalysisPage page) throws IOException {
        EnvelopeReader.read(Answers.envelope(response).answer(), page);
    }

    private static String rows(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> "{\"pluginID\":\"" + i
                        + "\",\"severity\":{\"id\":\"1\",\"name\":\"Low\"},\"ip\":\"10.0.0." + i + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
