package io.jenkins.plugins.securitycenter.client.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.jenkins.plugins.securitycenter.client.transport.EnvelopeReader.NotAnEnvelopeException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'regular','response':{'id':'8'},'error_code':0,'error_msg':'no','warnings':['w'],'timestamp':1}",
                "{'error_code':0,'error_msg':'no','response':{'id':'8'},'timestamp':1,'type':'regular','warnings':['w']}",
                "{'warnings':['w'],'later':{'a':[1,{}]},'error_msg':'no','error_code':0,'response':{'id':'8'}}\n",
            })
    void readsFieldsInAnyOrder(String json) throws IOException {
        Envelope envelope = read(json);

        assertThat(envelope.successful()).isTrue();
        assertThat(envelope.response().path("id").asText()).isEqualTo("8");
        assertThat(envelope.errorMessage()).isEqualTo("no");
        assertThat(envelope.warnings()).containsExactly("w");
    }

    @Test
    void undoesEscapes() throws IOException {
        Envelope envelope = read("{'response':'10.0.0.0\\/8 \\u00e4','error_code':143,'error_msg':'a\\nb\\/c\\n'}");

        assertThat(envelope.response().asText()).isEqualTo("10.0.0.0/8 \u00e4");
        assertThat(envelope.errorMessage()).isEqualTo("a\nb/c");
        assertThat(envelope.errorCode()).isEqualTo(143);
    }

    @ParameterizedTest
    @ValueSource(strings = {"warnings", "error_msg", "error_code"})
    void keepsNoEndlessValueBesideAPayloadThatIsStreamed(String field) {
        String endless = "{\"" + field + "\":[" + "0,".repeat(2_000_000) + "0],\"error_code\":0,\"response\":{}}";
        Response answer = Answers.json(200, endless).answer();

        assertThatThrownBy(() -> EnvelopeReader.read(answer, new EnvelopeReader.Payload() {
                    @Override
                    public JsonNode read(JsonParser parser) throws IOException {
                        parser.skipChildren();
                        return MissingNode.getInstance();
                    }

                    @Override
                    public ResponseLimits limits() {
                        return ResponseLimits.PASSING;
                    }
                }))
                .isInstanceOf(ResponseLimits.LimitExceededException.class);
    }

    @Test
    void doesNotChooseAmongSeveralResponses() {
        assertThatThrownBy(() -> read("{'response':{'totalRecords':'1'},'error_code':0,'response':{}}"))
                .isInstanceOf(NotAnEnvelopeException.class);
    }

    @Test
    void doesNotChooseAmongSeveralCodes() throws IOException {
        assertThatThrownBy(() -> read("{'error_code':143,'response':{},'error_code':0}"))
                .isInstanceOf(NotAnEnvelopeException.class);
        assertThat(read("{'error_code':0,'response':{},'error_code':'0'}").successful())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "'''12''', 12", "'''0''', 0", "-1, -1", "147.0, 147", "0.0, 0", "'''12.0''', 12"})
    void readsCodesAsNumberOrText(String json, int code) throws IOException {
        assertThat(read("{'error_code':" + json + "}").errorCode()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "''",
                "'none'",
                "[]",
                "{}",
                "false",
                "true",
                "0.9",
                "'0.9'",
                "-0.5",
                "1e999",
                "1e-999",
                "'0x'",
                "'0x0'",
                "4294967296",
                "18446744073709551616",
                "[0]",
                "NaN",
                "Infinity",
                "-Infinity"
            })
    void doesNotTakeAnUnreadableCodeForSuccess(String json) {
        assertThatThrownBy(() -> read("{'response':{},'error_code':" + json + "}"))
                .isInstanceOf(NotAnEnvelopeException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|",
                "null|",
                "''|",
                "['a','b']|a,b",
                "[{'code':1,'warning':'a'},{'code':2,'warning':'b'}]|a,b",
                "{'code':1,'warning':'a'}|a",
                "'a'|a",
                "[7]|7",
            })
    void readsWarningsOfAnyShape(String json, String expected) throws IOException {
        assertThat(read("{\"error_code\":0,\"warnings\":" + json.replace('\'', '"') + "}")
                        .warnings())
                .isEqualTo(expected == null ? List.of() : List.of(expected.split(",")));
    }

    @Test
    void hasNoResponseWhenTheServerSendsNone() throws IOException {
        assertThat(read("{'error_code':0}").response().isMissingNode()).isTrue();
        assertThat(read("{'error_code':0,'error_msg':null,'response':null}").errorMessage())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "[]", "'text'", "0", "null", "{}", "{'error':'The requested file was not found.'}"})
    void refusesOtherJson(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(NotAnEnvelopeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'response':{'id':<<<", "{'response':{'id':'8'", "{'error_code':0", "<html></html>", "PK\u0003"
            })
    void doesNotReadHalfAnAnswer(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({"200, 0, true", "204, 0, true", "200, 147, false", "403, 0, false", "500, 0, false"})
    void knowsSuccess(int status, int code, boolean successful) {
        assertThat(new Envelope(status, code, "", List.of(), MissingNode.getInstance()).successful())
                .isEqualTo(successful);
    }

    /** As servers write it that take over what scanned hosts say. */
    @Test
    void readsWhatJsonDoesNotAllow() throws IOException {
        byte[] sent = "\uFEFF{'response':{'a':'x\u00a0\t\ny','b':NaN},'error_code':0}"
                .replace('\'', '"')
                .getBytes(UTF_8);
        byte[] odd =
                new String(sent, ISO_8859_1).replace("\u00c2\u00a0", "\u00a0").getBytes(ISO_8859_1);

        Envelope envelope = EnvelopeReader.read(Answers.of(200, "application/json", new ByteArrayInputStream(odd))
                .answer());

        assertThat(envelope.response().path("a").asText()).isEqualTo("x\uFFFD\t\ny");
        assertThat(envelope.response().has("b")).isTrue();
    }

    private static Envelope read(String json) throws IOException {
        return EnvelopeReader.read(Answers.json(200, json.replace('\'', '"')).answer());
    }
}
