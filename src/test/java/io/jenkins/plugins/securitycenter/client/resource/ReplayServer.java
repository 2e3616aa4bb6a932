package io.jenkins.plugins.securitycenter.client.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.securitycenter.client.resource.Recordings.Exchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/** Answers calls with what a real server once answered to them, in the order in which it was recorded. */
public final class ReplayServer implements AutoCloseable {

    private static final List<String> HEADERS = List.of("Content-Type", "Content-Disposition", "Set-Cookie");

    private final HttpServer server;
    private final List<Exchange> left;
    /** The headers X-SecurityCenter and Cookie of the requests. */
    public final List<String> sessions = Collections.synchronizedList(new ArrayList<>());

    public ReplayServer(List<Exchange> recorded) throws IOException {
        left = Collections.synchronizedList(new ArrayList<>(recorded));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/rest", this::answer);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            call.getRequestBody().readAllBytes();
            sessions.add(call.getRequestHeaders().getFirst("X-SecurityCenter") + " "
                    + call.getRequestHeaders().getFirst("Cookie"));
            Exchange recorded =
                    next(call.getRequestMethod(), call.getRequestURI().getPath().substring("/rest".length()));
            for (String name : HEADERS) {
                if (recorded.headers().has(name)) {
                    call.getResponseHeaders()
                            .set(name, recorded.headers().path(name).asText());
                }
            }
            byte[] body = content(recorded.body());
            call.sendResponseHeaders(recorded.status(), body.length);
            call.getResponseBody().write(body);
        }
    }

    private Exchange next(String method, String path) {
        synchronized (left) {
            Exchange next = left.stream()
                    .filter(one -> one.method().equals(method) && one.path().equals(path))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("Nothing was recorded for " + method + " " + path));
            left.remove(next);
            return next;
        }
    }

    /** The body with slashes as SecurityCenter writes them; of large files only the beginning was kept. */
    public static byte[] content(JsonNode body) {
        return body.has("firstBytesBase64")
                ? Base64.getDecoder().decode(body.path("firstBytesBase64").asText())
                : body.toString().replace("/", "\\/").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
