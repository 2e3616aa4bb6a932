package io.jenkins.plugins.securitycenter.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Habits of other languages' libraries, byte by byte. */
class ForeignClientsTest {
    private Simulator simulator;

    @BeforeEach
    void start() {
        simulator = Simulator.start(SimulatorOptions.defaults().withTiming(0, 0));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    /** Sends the lines and reads until the server closes the connection. */
    private String talk(String head, String body) throws IOException {
        String lines =
                head.replace("KEYS", "accessKey=" + Simulator.ACCESS_KEY + "; secretKey=" + Simulator.SECRET_KEY);
        try (Socket socket = new Socket("127.0.0.1", URI.create(simulator.url()).getPort())) {
            socket.getOutputStream().write((lines.replace("\n", "\r\n") + "\r\n\r\n" + body).getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    @Test
    void takesLowerCaseHeadersAndABodyOnGet() throws IOException {
        String answer = talk("""
                GET /rest/scan?fields=id HTTP/1.1
                host: localhost
                x-apikey: KEYS;
                content-type: application/json
                content-length: 2
                connection: close""", "{}");
        assertThat(answer).startsWith("HTTP/1.1 200").contains("\"usable\":[{\"id\":\"1\"");
        assertThat(simulator.requests().get(0).body()).isEqualTo("{}");
    }

    @Test
    void speaksHttpOneZero() throws IOException {
        String answer = talk("GET /rest/currentUser HTTP/1.0\nX-APIKey: KEYS", "");
        assertThat(answer).contains(" 200 ").contains("\"username\":\"ci\"");
    }

    @Test
    void takesChunkedBodies() throws IOException {
        String answer = talk("""
                POST /rest/token HTTP/1.1
                Host: any.name.example
                Transfer-Encoding: chunked
                Connection: close""", chunk("{\"username\":\"ci\",") + chunk("\"password\":\"ci-password\"}") + chunk(""));
        assertThat(answer).startsWith("HTTP/1.1 200").containsPattern("\"token\":\\d{10},");
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    @Test
    void letsClientsContinue() throws IOException {
        String answer = talk("""
                POST /rest/token HTTP/1.1
                Host: localhost
                Expect: 100-continue
                Content-Length: 44
                Connection: close""", "{\"username\":\"ci\",\"password\":\"ci-password\"}  ");
        assertThat(answer).startsWith("HTTP/1.1 100").contains("HTTP/1.1 200").contains("\"token\":");
    }

    @Test
    void answersSeveralRequestsOnOneConnection() throws IOException {
        String answer = talk("""
                GET /rest/status HTTP/1.1
                Host: localhost
                X-ApiKey: KEYS

                GET /rest/nonsense/1 HTTP/1.1
                Host: localhost
                X-ApiKey: KEYS
                Connection: close""", "");
        assertThat(answer).contains("HTTP/1.1 200", "HTTP/1.1 403", "\"jobd\":\"Running\"");
    }

    @Test
    void takesOffsetsBesideTheQueryAndIdsOfAnyType() {
        Browser browser = Browser.loggedIn(simulator);
        int result = Integer.parseInt(browser.launch("1"));
        String page = browser.post("/analysis", """
                        {"type":"vuln","sourceType":"individual","startOffset":3,"endOffset":"5",
                        "query":{"name":"x","context":"","tool":"listvuln","type":"vuln","filters":[],"scanID":%d,
                        "view":"all","sourceType":"individual"}}""".formatted(result)).toString();
        assertThat(page).contains("\"startOffset\":\"3\",\"endOffset\":\"5\"", "\"returnedRecords\":2");
    }

    @Test
    void refusesBadJsonInAnEnvelope() throws IOException {
        String answer = talk("""
                POST /rest/scan HTTP/1.1
                Host: localhost
                X-ApiKey: KEYS
                Content-Length: 5
                Connection: close""", "{\"a\":");
        assertThat(answer).startsWith("HTTP/1.1 403").contains("\"error_code\":146");
    }

    @Test
    void refusesWrongKeysWithoutACode() throws IOException {
        String answer = talk("GET /rest/system HTTP/1.0\nx-apikey: accesskey=1; secretkey=2", "");
        assertThat(answer).contains(" 403 ", "\"error_code\":0,\"error_msg\":\"\"", "text/html");
    }

    @Test
    void hidesTheSecretKeyInTheLog() throws IOException {
        talk("GET /rest/status HTTP/1.0\nx-apikey: KEYS", "");
        LoggedRequest request = simulator.requests().get(0);
        assertThat(request.user()).isEqualTo("ci");
        assertThat(request.headers().get("X-APIKEY")).contains("***").doesNotContain(Simulator.SECRET_KEY);
    }

    @Test
    void hasNothingOutsideOfRest() throws IOException {
        assertThat(talk("GET / HTTP/1.0", "")).contains(" 404 ");
    }
}
