package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** A foreign client for the tests of the simulator: the JDK's own, with nothing of the plugin's. */
final class Browser {
    private final HttpClient http;
    private final String url;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Browser(HttpClient http, String url) {
        this.http = http;
        this.url = url;
    }

    static Browser at(Simulator simulator) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new Browser(http, simulator.url());
    }

    static Browser at(Simulator simulator, SSLContext tls) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .build();
        return new Browser(http, simulator.url());
    }

    /** Logged in as the organization user. */
    static Browser loggedIn(Simulator simulator) {
        return at(simulator).logIn(Simulator.USER, Simulator.PASSWORD);
    }

    Browser logIn(String user, String password) {
        HttpResponse<byte[]> answer = logInAnswer(user, password, false);
        List<String> cookies = answer.headers().allValues("Set-Cookie");
        header("X-SecurityCenter", json(answer).path("response").path("token").asText());
        return header("Cookie", cookies.get(cookies.size() - 1).split(";")[0]);
    }

    HttpResponse<byte[]> logInAnswer(String user, String password, boolean release) {
        ObjectNode body = Json.texts("username", user, "password", password);
        return send("POST", "/token", body.put("releaseSession", release).toString());
    }

    Browser header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    HttpResponse<byte[]> send(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/rest" + path))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        headers.forEach(request::setHeader);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The whole envelope. */
    JsonNode envelope(String method, String path, String body) {
        return json(send(method, path, body));
    }

    JsonNode get(String path) {
        return envelope("GET", path, null).path("response");
    }

    JsonNode post(String path, String body) {
        return envelope("POST", path, body).path("response");
    }

    /** Launches a scan and answers the id of its result. */
    String launch(String scan) {
        return post("/scan/" + scan + "/launch", "{}")
                .path("scanResult")
                .path("id")
                .asText();
    }

    /** An individual analysis with everything in both places. */
    JsonNode analyze(String result, String tool, String filters, int from, int to) {
        return envelope("POST", "/analysis", query(result, tool, filters, from, to));
    }

    static String query(String result, String tool, String filters, int from, int to) {
        return """
                {"type":"vuln","sourceType":"individual","scanID":"%1$s","view":"all","query":{"tool":"%2$s",\
                "type":"vuln","filters":%3$s,"startOffset":%4$d,"endOffset":%5$d,"scanID":%1$s,"view":"all"}}""".formatted(result, tool, filters, from, to);
    }

    static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return Json.MAPPER.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(new String(answer.body(), StandardCharsets.UTF_8), e);
        }
    }

    static List<String> texts(JsonNode list, String field) {
        List<String> texts = new ArrayList<>();
        list.forEach(entry -> texts.add(Column.plain(entry.path(field))));
        return texts;
    }
}
