package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.client.transport.Answers;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.Response;
import io.jenkins.plugins.securitycenter.client.transport.Retries;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import io.jenkins.plugins.securitycenter.client.transport.RetryingTransport;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException.Attempt;
import io.jenkins.plugins.securitycenter.client.transport.Sleeper;
import io.jenkins.plugins.securitycenter.client.transport.Transport;
import io.jenkins.plugins.securitycenter.client.transport.UnreachableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A server that has one answer to all questions, and dies after a few of them, so that no paging is endless. */
public final class OneAnswer implements Transport {

    private static final Endpoint ENDPOINT = Endpoint.of("prod", URI.create("https://sc.example.com"));
    private static final int MOST = 5;

    private final int status;
    private final String contentType;
    private final byte[] body;
    private int answers;

    private OneAnswer(int status, String contentType, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
    }

    public static SecurityCenter server(int status, String contentType, byte[] body) {
        Retries retries = Retries.silent(RetryPolicy.PERSISTENT);
        Sleeper none = duration -> {};
        RetryingTransport transport = new RetryingTransport(
                new OneAnswer(status, contentType, body), retries.policy(), none, InstantSource.fixed(Instant.EPOCH));
        ApiKeyClient access = new ApiKeyClient(ENDPOINT, transport, new Login.ApiKeys("a".repeat(32), "b".repeat(32)));
        return new SecurityCenter(ENDPOINT, access, retries, none, () -> CompletableFuture.completedFuture(null));
    }

    @Override
    public <T> T send(Request request, Map<String, String> headers, Duration limit, Response.Handler<T> reader)
            throws SecurityCenterException {
        Attempt attempt = new Attempt(ENDPOINT.name(), request.operation());
        if (answers++ >= MOST) {
            throw UnreachableException.misconfigured(attempt, "the server is gone.", null);
        }
        try {
            return reader.read(Answers.of(status, contentType, new ByteArrayInputStream(body))
                    .answer());
        } catch (SecurityCenterException e) {
            throw e;
        } catch (IOException e) {
            throw UnreachableException.answerLost(attempt, "the answer cannot be read.", e);
        }
    }

    @Override
    public void close() {
        // there is no connection
    }
}
