package io.jenkins.plugins.securitycenter.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException.Attempt;
import io.jenkins.plugins.securitycenter.model.UnreadableValueException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseCheckTest {

    private static final String HTML = "<html><body>Sign in</body></html>";

    private final ResponseCheck check =
            new ResponseCheck(new Attempt("prod", "list the scans"), new Redaction(List.of("s3cret")));

    @Test
    void acceptsSuccess() throws IOException {
        assertThat(success(Answers.envelope("[1]")).response()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"403", "200", "404"})
    void saysWhatTheServerSaid(int status) {
        ErrorResponseException e =
                refused(Answers.refusal(status, 147, "Scan get failed.\\nScan #9 does not exist.\\n"));

        assertThat(e)
                .hasMessage("SecurityCenter \"prod\": could not list the scans: HTTP " + status
                        + ", error 147: Scan get failed. Scan #9 does not exist.");
        assertThat(e.errorMessage()).isEqualTo("Scan get failed.\nScan #9 does not exist.");
        assertThat(List.of(e.httpStatus(), e.errorCode())).containsExactly(status, 147);
        assertThat(List.of(e.isTemporary(), e.notProcessed())).containsOnly(false);
    }

    @Test
    void saysWhenTheServerGivesNoReason() {
        assertThat(refused(Answers.refusal(403, 0, ""))).hasMessageEndingWith("HTTP 403, error 0: no reason given.");
    }

    @Test
    void adds() {
        assertThat(refused(Answers.refusal(403, 146, "Group #15 does not have access to the Repository")))
                .hasMessageEndingWith("the Repository. Give the account's group access to the repository.");
        assertThat(refused(Answers.refusal(403, 143, "Unable to process Vuln Query.")))
                .as("only the query tells what it is about")
                .hasMessageEndingWith("HTTP 403, error 143: Unable to process Vuln Query.");
    }

    @Test
    void knowsThatALockedDatabasePasses() {
        assertThat(refused(Answers.refusal(403, 1, "Database is locked")).isTemporary())
                .isTrue();
    }

    @Test
    void cleansWhatTheServerSays() throws IOException {
        ErrorResponseException e = refused(Answers.refusal(403, 1, "bad\\u001b[31m\\u0000\\u202e thing\\nnext"));
        assertThat(e.errorMessage()).isEqualTo("bad\uFFFD[31m\uFFFD\uFFFD thing\nnext");
        assertThat(e).hasMessageEndingWith("error 1: bad\uFFFD[31m\uFFFD\uFFFD thing next.");
        assertThat(success(Answers.json(200, "{\"error_code\":0,\"warnings\":[\"a\\u0001b\"]}"))
                        .warnings())
                .containsExactly("a\uFFFDb");
    }

    @Test
    void repeatsOnlyTheBeginningOfALongMessage() {
        assertThat(refused(Answers.refusal(403, 1, "x".repeat(10_000))).getMessage())
                .hasSizeLessThan(1_000)
                .endsWith("xxx...");
    }

    @Test
    void takesSecretsOutOfWhatTheServerSays() {
        assertThat(refused(Answers.refusal(403, 1, "token s3cret")).errorMessage())
                .isEqualTo("token ****");
    }

    @Test
    void takesSecretsOutOfWarnings() throws IOException {
        assertThat(success(Answers.json(200, "{\"error_code\":0,\"warnings\":[\"token s3cret\"]}"))
                        .warnings())
                .containsExactly("token ****");
    }

    @Test
    void takesSecretsOutOfValuesThatCannotBeUnderstood() {
        assertThatThrownBy(() -> check.success(Answers.envelope("\"s3cret\"").answer(), parser -> {
                    throw new UnreadableValueException("port", tree(parser), "a number");
                }))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("****")
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "302|the server redirects to another address; check the URL.|false",
                "401|something in front of SecurityCenter requires a login; check the URL.|false",
                "404|there is no SecurityCenter at this address (Nessus scanners respond this way); check the URL.|false",
                "407|the proxy requires a login; check the proxy settings of Jenkins.|false",
                "429|the server is limiting the request rate; try again later.|true",
                "502|the server, or a proxy in front of it, reported an error; try again later.|true",
                "200|the response is an HTML page instead of JSON; check the URL, and whether a proxy or login page is in between.|true",
                "400|the server, or a proxy in front of it, rejected the request as malformed; check the URL, and the path, query and body of the request.|false",
                "403|something in front of SecurityCenter, such as a proxy or firewall, blocked the request; check the URL, or ask its administrator.|false",
                "405|the server, or a proxy in front of it, does not allow this method here; check the method and the path.|false",
                "408|the request took too long to arrive; check the network, or send less data.|false",
                "411|the server, or a proxy in front of it, requires a Content-Length header; configure it to accept chunked requests.|false",
                "413|the request is larger than the server, or a proxy in front of it, accepts; raise its limit, or send less data.|false",
                "414|the URL or a header is longer than the server, or a proxy in front of it, accepts; use a shorter query.|false",
                "503|the server, or a proxy in front of it, reported an error; try again later.|true",
                "504|a proxy timed out waiting for SecurityCenter; raise its timeout, or try again later.|true",
            })
    void saysWhatAPageMeans(int status, String reason, boolean temporary) {
        UnexpectedResponseException e = unexpected(Answers.of(status, "text/html", HTML));

        assertThat(e)
                .hasMessage("SecurityCenter \"prod\": could not list the scans: "
                        + (status == 200 ? "" : "HTTP " + status + ": ") + reason);
        assertThat(e.isTemporary()).isEqualTo(temporary);
        assertThat(e.notProcessed()).isEqualTo(status == 429);
    }

    @Test
    void passesOnWhatAnOverloadedServerSays() {
        UnexpectedResponseException e = unexpected(
                Answers.refusal(503, 1, "Down for s3cret\\nmaintenance").with("Retry-After", "9"));

        assertThat(e).hasMessageEndingWith("HTTP 503: Down for **** maintenance.");
        assertThat(e.retryAfter()).contains(Duration.ofSeconds(9));
    }

    @Test
    void doesNotRepeatGarbage() {
        assertThat(unexpected(Answers.json(200, "{\"response\":{\"id\":s3cret")))
                .hasMessageEndingWith("the response is not JSON from SecurityCenter; check the URL.")
                .hasNoCause();
    }

    @Test
    void knowsAnAnswerThatEndsTooEarly() {
        assertThatThrownBy(() -> success(Answers.json(200, "{\"response\":{\"id\":\"8\"")))
                .isInstanceOfSatisfying(
                        UnreachableException.class,
                        e -> assertThat(e.isTemporary()).isTrue())
                .hasMessageEndingWith("could not list the scans: the response ended prematurely.");
    }

    @Test
    void stopsReadingWhatIsTooLarge() {
        InputStream head = new ByteArrayInputStream("{\"response\":[".getBytes(StandardCharsets.US_ASCII));
        Answers endless = Answers.of(200, "application/json", new SequenceInputStream(head, new Endless(" ")));

        assertThatThrownBy(() -> check.success(endless.answer(), parser -> {
                    parser.skipChildren();
                    return null;
                }))
                .isInstanceOfSatisfying(
                        UnexpectedResponseException.class,
                        e -> assertThat(e.isTemporary()).isFalse())
                .hasMessageEndingWith("the response is larger than 64 MB; request fewer fields.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"|text|the response cannot be parsed: one of its strings or numbers is longer than",
                "|[|the response cannot be parsed: its objects and lists are nested more than 1000 levels deep.",
                "|{\"a\":|the response cannot be parsed: its objects and lists are nested more than 1000 levels deep.",
                "|7|the response cannot be parsed: one of its strings or numbers is longer than",
                "{\"|name|the response cannot be parsed: one of its field names is longer than 50000 characters.",
                "[|{},|the response needs more than",
                "[|1,|the response needs more than",
            })
    void namesTheLimitThatIsExceeded(String start, String part, String reason) {
        String open = start == null ? "" : start;
        InputStream head = new ByteArrayInputStream(("{\"response\":" + open).getBytes(StandardCharsets.US_ASCII));
        Answers endless = Answers.of(200, "application/json", new SequenceInputStream(head, new Endless(part)));

        assertThat(unexpected(endless)).hasMessageContaining("" + reason);
    }

    @Test
    void namesTheLimitOfNumbers() {
        assertThat(unexpected(Answers.envelope("7".repeat(1001))))
                .hasMessageEndingWith("the response cannot be parsed: one of its numbers has more than 1000 digits.");
    }

    @ParameterizedTest
    @CsvSource({"' ',true", "7,false"})
    void knowsWhetherFewerRowsWouldHelp(String part, boolean smaller) {
        InputStream head = new ByteArrayInputStream("{\"response\":".getBytes(StandardCharsets.US_ASCII));
        Answers endless = Answers.of(200, "application/json", new SequenceInputStream(head, new Endless(part)));

        assertThat(unexpected(endless).tooLarge()).isEqualTo(smaller);
    }

    @Test
    void settlesWhatWillNotChange() throws IOException {
        assertThat(check.settled(Answers.refusal(403, 147, "No").answer(), ResponseCheckTest::tree)
                        .errorCode())
                .isEqualTo(147);
        for (Answers answers : List.of(
                Answers.refusal(403, 12, "Token"),
                Answers.refusal(403, 0, ""),
                Answers.refusal(403, 1, "database is locked"))) {
            assertThatThrownBy(() -> check.settled(answers.answer(), ResponseCheckTest::tree))
                    .isInstanceOf(ErrorResponseException.class);
        }
    }

    private Envelope success(Answers answers) throws IOException {
        return check.success(answers.answer(), ResponseCheckTest::tree);
    }

    private ErrorResponseException refused(Answers answers) {
        return catchThrowableOfType(ErrorResponseException.class, () -> success(answers));
    }

    private UnexpectedResponseException unexpected(Answers answers) {
        return catchThrowableOfType(UnexpectedResponseException.class, () -> success(answers));
    }

    private static JsonNode tree(com.fasterxml.jackson.core.JsonParser parser) throws IOException {
        return EnvelopeReader.mapper().readTree(parser);
    }

    /** A part of an answer, again and again. */
    private static final class Endless extends InputStream {

        private final String part;
        private int position;

        Endless(String part) {
            this.part = part;
        }

        @Override
        public int read() {
            return part.charAt(position++ % part.length());
        }
    }
}
