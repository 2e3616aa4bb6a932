package io.jenkins.plugins.securitycenter.client.transport;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.net.URIBuilder;
import org.jspecify.annotations.Nullable;

/** Sends requests with Apache HttpClient. */
public final class HttpTransport implements Transport {

    private static final ContentType JSON = ContentType.create("application/json");

    private static final ContentType FORM = ContentType.create("multipart/form-data");

    private final Endpoint endpoint;
    private final HttpClients clients;
    private volatile boolean closed;

    public HttpTransport(Endpoint endpoint, HttpClients clients) {
        this.endpoint = endpoint;
        this.clients = clients;
    }

    @Override
    public <T> T send(Request request, Map<String, String> headers, Duration limit, Response.Handler<T> reader)
            throws SecurityCenterException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try {
            return exchange(request, headers, limit, reader);
        } catch (SecurityCenterException e) {
            throw e;
        } catch (IOException e) {
            throw new ConnectionFailure(endpoint, request).of(e);
        }
    }

    /** Sends a request; repeats a read-only one immediately if the server has just closed the kept connection. */
    private <T> T exchange(Request request, Map<String, String> headers, Duration limit, Response.Handler<T> reader)
            throws IOException, InterruptedException {
        HttpClientContext context = HttpClientContext.create();
        long begin = System.nanoTime();
        try {
            return exchange(clients.of(request), context, request, headers, limit, reader);
        } catch (IOException e) {
            if (!request.repeatable() || !ReusedConnection.ended(e, context)) {
                throw e;
            }
            Duration left = limit.minusNanos(System.nanoTime() - begin);
            return exchange(clients.fresh(request), HttpClientContext.create(), request, headers, left, reader);
        }
    }

    private <T> T exchange(
            CloseableHttpClient client,
            HttpClientContext context,
            Request request,
            Map<String, String> headers,
            Duration limit,
            Response.Handler<T> reader)
            throws IOException, InterruptedException {
        HttpUriRequestBase message = message(request, headers);
        if (closed) {
            throw new IllegalStateException("The connection to " + endpoint.name() + " is closed.");
        }
        Future<?> watched = ExchangeWatch.start(message, limit, request.limitAfterInterrupt());
        try {
            return client.execute(
                    message,
                    context,
                    response -> read(new Response(response, context.getSSLSession()), reader, message));
        } catch (SecurityCenterException e) {
            throw e;
        } catch (UploadPart.UnreadableFileException e) {
            if (Thread.interrupted()) {
                throw interrupted(e);
            }
            throw e;
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw interrupted(e);
            }
            throw message.isCancelled() ? new ConnectionFailure(endpoint, request).outOfTime(e) : e;
        } finally {
            watched.cancel(false);
        }
    }

    /** Reads a response, and aborts the connection if it is rejected, because gigabytes of it may remain. */
    private static <T> T read(Response answer, Response.Handler<T> reader, HttpUriRequestBase message)
            throws IOException {
        try {
            return reader.read(answer);
        } catch (UnexpectedResponseException | RuntimeException e) {
            message.cancel();
            throw e;
        }
    }

    private HttpUriRequestBase message(Request request, Map<String, String> headers) {
        HttpUriRequestBase message = new HttpUriRequestBase(request.method().name(), uri(request));
        headers.forEach(message::setHeader);
        message.setEntity(entity(request.body()));
        if (!(request.body() instanceof Request.Body.Upload)) {
            message.setHeader(HttpHeaders.CONTENT_TYPE, JSON);
        }
        return message;
    }

    private static InterruptedException interrupted(Exception cause) {
        InterruptedException e = new InterruptedException();
        e.initCause(cause);
        return e;
    }

    private URI uri(Request request) {
        try {
            URIBuilder builder = new URIBuilder(endpoint.url() + "/rest" + request.path());
            request.query().forEach(builder::addParameter);
            return builder.build();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Path \"" + request.path() + "\" is not valid in a URL.", e);
        }
    }

    private static @Nullable HttpEntity entity(Request.Body body) {
        if (body instanceof Request.Body.Json json) {
            return new ByteArrayEntity(json.value().toString().getBytes(StandardCharsets.UTF_8), JSON);
        }
        if (body instanceof Request.Body.Upload upload) {
            return MultipartEntityBuilder.create()
                    .setContentType(FORM)
                    .addPart("Filedata", new UploadPart(upload))
                    .build();
        }
        return null;
    }

    @Override
    public void close() {
        closed = true;
        clients.close();
    }
}
