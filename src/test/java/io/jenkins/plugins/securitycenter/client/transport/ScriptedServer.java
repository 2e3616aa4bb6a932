package io.jenkins.plugins.securitycenter.client.transport;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SessionPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;

/** A server that says what it was told to say, over a real socket, and remembers what it was asked. */
public final class ScriptedServer implements AutoCloseable {

    /** One request: the path without {@code /rest}, with its query; the body as text. */
    public record Asked(String method, String path, String body) {

        /** The body as JSON. */
        public JsonNode json() {
            try {
                return EnvelopeReader.mapper().readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private record Reply(int status, String contentType, byte[] content) {}

    private final Map<String, Deque<Reply>> script = new HashMap<>();
    private final List<Asked> asked = new ArrayList<>();
    private final SessionPool sessions = new SessionPool(RetryPolicy.DEFAULT, pause -> {}, InstantSource.system());
    private final HttpServer server;

    public ScriptedServer() {
        server = ServerBootstrap.bootstrap()
                .setLocalAddress(InetAddress.getLoopbackAddress())
                .setRequestRouter((asking, context) -> this::answer)
                .create();
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers calls such as "GET /policy" with these payloads in turn, and then with the last one. */
    public ScriptedServer says(String call, String... payloads) {
        for (String payload : payloads) {
            String envelope = "{\"type\":\"regular\",\"response\":" + payload
                    + ",\"error_code\":0,\"error_msg\":\"\",\"warnings\":[],\"timestamp\":1}";
            reply(call, new Reply(200, "application/json", envelope.getBytes(StandardCharsets.UTF_8)));
        }
        return this;
    }

    public ScriptedServer refuses(String call, int code, String message) {
        String envelope = "{\"type\":\"regular\",\"response\":\"\",\"error_code\":" + code + ",\"error_msg\":\""
                + message + "\",\"warnings\":[],\"timestamp\":1}";
        return reply(call, new Reply(403, "application/json", envelope.getBytes(StandardCharsets.UTF_8)));
    }

    public ScriptedServer sends(String call, String contentType, byte[] file) {
        return reply(call, new Reply(200, contentType, file));
    }

    /** Forgets the answers to such calls. */
    public synchronized ScriptedServer forget(String call) {
        script.remove(call);
        return this;
    }

    private synchronized ScriptedServer reply(String call, Reply reply) {
        script.computeIfAbsent(call, unknown -> new ArrayDeque<>()).add(reply);
        return this;
    }

    /** A connection with API keys, so that no login is in the way. */
    public SecurityCenter connect() {
        return sessions.open(endpoint(), new Login.ApiKeys("access", "secret"));
    }

    public Endpoint endpoint() {
        return Endpoint.of("scripted", URI.create("http://127.0.0.1:" + server.getLocalPort()));
    }

    public synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** The last request for a call such as "POST /asset". */
    public Asked asked(String call) {
        return asked().stream()
                .filter(one -> call.equals(call(one)))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("There was no " + call + " in " + asked()));
    }

    private static String call(Asked one) {
        return one.method() + " " + one.path().replaceAll("\\?.*", "");
    }

    private synchronized void answer(ClassicHttpRequest request, ClassicHttpResponse response, HttpContext context)
            throws HttpException, IOException {
        String body = request.getEntity() == null ? "" : EntityUtils.toString(request.getEntity());
        Asked one = new Asked(request.getMethod(), request.getRequestUri().replaceFirst("^/rest", ""), body);
        asked.add(one);
        if (!script.containsKey(call(one))) {
            refuses(call(one), 4, "No script for " + call(one));
        }
        Deque<Reply> replies = script.get(call(one));
        Reply reply = replies.size() > 1 ? replies.remove() : replies.element();
        response.setCode(reply.status());
        response.setEntity(new ByteArrayEntity(reply.content(), ContentType.parse(reply.contentType())));
    }

    @Override
    public void close() {
        sessions.close();
        server.close(CloseMode.IMMEDIATE);
    }
}
