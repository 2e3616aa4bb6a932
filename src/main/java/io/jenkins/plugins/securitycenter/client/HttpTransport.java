package io.jenkins.plugins.securitycenter.client;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.URIBuilder;

/** Sends requests with Apache HttpClient. */
final class HttpTransport implements Transport {

    private static final ContentType JSON = ContentType.create("application/json");

    private final Endpoint endpoint;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "SecurityCenter deadlines");
        thread.setDaemon(true);
        return thread;
    });

    HttpTransport(Endpoint endpoint, CloseableHttpClient client) {
        this.endpoint = endpoint;
        this.client = client;
        deadlines.setKeepAliveTime(10, TimeUnit.SECONDS);
        deadlines.allowCoreThreadTimeOut(true);
        deadlines.setRemoveOnCancelPolicy(true);
    }

    @Override
    public <T> T send(Request request, Map<String, String> headers, Answer.Reader<T> reader)
            throws SecurityCenterException {
        Diagnosis diagnosis = new Diagnosis(endpoint, request);
        HttpUriRequestBase message = new HttpUriRequestBase(request.method().name(), uri(request));
        headers.forEach(message::setHeader);
        ScheduledFuture<?> deadline = null;
        try {
            HttpEntity entity = entity(request.body());
            message.setEntity(entity);
            if (!(request.body() instanceof Request.Body.Upload)) {
                message.setHeader(HttpHeaders.CONTENT_TYPE, JSON);
            }
            deadline = deadlines.schedule(message::cancel, limit(request).toMillis(), TimeUnit.MILLISECONDS);
            return client.execute(message, HttpClientContext.create(), response -> reader.read(new Answer(response)));
        } catch (SecurityCenterException e) {
            throw e;
        } catch (IOException e) {
            throw message.isCancelled() ? diagnosis.outOfTime(limit(request), e) : diagnosis.of(e);
        } finally {
            if (deadline != null) {
                deadline.cancel(false);
            }
        }
    }

    private Duration limit(Request request) {
        return request.transfersFile() ? Timeouts.TRANSFER : endpoint.timeouts().total();
    }

    private URI uri(Request request) {
        try {
            URIBuilder builder = new URIBuilder(endpoint.url() + "/rest" + request.path());
            request.query().forEach(builder::addParameter);
            return builder.build();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Path \"" + request.path() + "\" is not part of an address.", e);
        }
    }

    private static HttpEntity entity(Request.Body body) throws IOException {
        if (body instanceof Request.Body.Json json) {
            return new ByteArrayEntity(EnvelopeReader.mapper().writeValueAsBytes(json.value()), JSON);
        }
        if (body instanceof Request.Body.Upload upload) {
            return MultipartEntityBuilder.create()
                    .addBinaryBody(
                            "Filedata", upload.source().open(), ContentType.APPLICATION_OCTET_STREAM, upload.fileName())
                    .build();
        }
        return null;
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        client.close(CloseMode.GRACEFUL);
    }
}
