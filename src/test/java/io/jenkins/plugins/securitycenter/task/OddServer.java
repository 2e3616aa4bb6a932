package io.jenkins.plugins.securitycenter.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers one call with an odd answer, and what is needed around it as a server does. */
final class OddServer implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SCAN_RESULT = "{\"id\":\"1\",\"name\":\"Weekly scan\",\"status\":\"Completed\","
            + "\"importStatus\":\"Finished\",\"running\":\"false\",\"repository\":{\"id\":\"1\",\"name\":\"Default\"},"
            + "\"totalIPs\":\"1\",\"scannedIPs\":\"1\",\"completedIPs\":\"1\"}";
    private static final Map<String, String> USUAL = Map.of(
            "GET /currentUser", "{\"id\":\"1\",\"username\":\"ci\"}",
            "GET /report/1",
                    "{\"id\":\"1\",\"name\":\"Monthly\",\"type\":\"@TYPE@\",\"status\":\"Completed\",\"errorDetails\":\"\"}",
            "GET /repository", "[{\"id\":\"1\",\"name\":\"Default\"}]");

    private final OddCase answer;
    private final String call;
    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    /** The header {@code x-apikey} or {@code Cookie} of each request. */
    final List<String> credentials = new CopyOnWriteArrayList<>();

    /** @param call gets the odd answer, for example "GET /policy" */
    OddServer(OddCase answer, String call) throws IOException {
        this.answer = answer;
        this.call = call;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/rest", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How often the odd answer was given. */
    int asked() {
        return asked.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asked = exchange.getRequestMethod() + " "
                    + exchange.getRequestURI().getPath().substring("/rest".length());
            byte[] body = exchange.getRequestBody().readAllBytes();
            credentials.add(exchange.getRequestHeaders().getFirst("x-apikey") + " "
                    + exchange.getRequestHeaders().getFirst("Cookie"));
            if (asked.equals(call) && !otherTool(body)) {
                odd(exchange, body);
            } else {
                send(exchange, 200, "application/json", usual(asked));
            }
        } catch (RuntimeException e) {
            throw new IOException(e);
        }
    }

    /** The sums that the client may ask for beside the rows have answers of their own, if any. */
    private boolean otherTool(byte[] body) throws IOException {
        return answer.kind().equals("findings")
                && !MAPPER.readTree(body).path("query").path("tool").asText().equals("vulndetails");
    }

    private void odd(HttpExchange exchange, byte[] question) throws IOException {
        asked.incrementAndGet();
        JsonNode headers = answer.settings().path("headers");
        headers.properties()
                .forEach(header -> each(header.getValue())
                        .forEach(value -> exchange.getResponseHeaders().add(header.getKey(), value.asText())));
        String type = answer.text("contentType").isEmpty() ? "application/json" : answer.text("contentType");
        send(exchange, answer.settings().path("status").asInt(200), type, content(question));
    }

    private static Iterable<JsonNode> each(JsonNode value) {
        return value.isArray() ? value : List.of(value);
    }

    private byte[] content(byte[] asked) throws IOException {
        JsonNode serve = answer.settings().path("serve");
        return serve.isObject() ? page(serve, MAPPER.readTree(asked).path("query")) : answer.body();
    }

    /** A part of the rows, as a server cuts it that has a way of its own. */
    private byte[] page(JsonNode serve, JsonNode query) throws IOException {
        ObjectNode envelope = (ObjectNode) MAPPER.readTree(answer.body());
        ArrayNode all = (ArrayNode) envelope.path("response").path("results");
        int start = serve.path("ignoreOffset").asBoolean()
                ? 0
                : query.path("startOffset").asInt();
        int end = Math.min(
                query.path("endOffset").asInt(), start + serve.path("cap").asInt(Integer.MAX_VALUE / 2));
        ArrayNode rows = MAPPER.createArrayNode();
        for (int row = start; row < Math.min(end, all.size()); row++) {
            rows.add(all.get(row));
        }
        for (JsonNode empty : serve.path("empty")) {
            if (empty.asInt() == start) {
                rows.removeAll();
            }
        }
        ((ObjectNode) envelope.path("response")).set("results", rows);
        return MAPPER.writeValueAsBytes(envelope);
    }

    private byte[] usual(String asked) {
        String payload = asked.equals("GET /scanResult/1") ? scanResult() : USUAL.get(asked);
        String type = answer.text("reportType").isEmpty() ? "pdf" : answer.text("reportType");
        String envelope = payload == null
                ? "{\"type\":\"regular\",\"response\":\"\",\"error_code\":4,\"error_msg\":\"No answer.\",\"warnings\":[]}"
                : "{\"type\":\"regular\",\"response\":" + payload.replace("@TYPE@", type)
                        + ",\"error_code\":0,\"error_msg\":\"\",\"warnings\":[],\"timestamp\":1}";
        return envelope.getBytes(StandardCharsets.UTF_8);
    }

    private String scanResult() {
        try {
            ObjectNode result = (ObjectNode) MAPPER.readTree(SCAN_RESULT);
            JsonNode other = answer.settings().path("scanResult");
            return other.isObject() ? result.setAll((ObjectNode) other).toString() : result.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(HttpExchange exchange, int status, String type, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        if (content.length > 0) {
            exchange.getResponseBody().write(content);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
