package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.LoginException;
import io.jenkins.plugins.securitycenter.client.transport.Redaction;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.ResponseCheck;
import io.jenkins.plugins.securitycenter.client.transport.Retries;
import io.jenkins.plugins.securitycenter.client.transport.RetryingTransport;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException.Attempt;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends requests with API keys in a header; there is no session. */
final class ApiKeyClient implements AuthenticatedClient {

    private static final String ADVICE = "The API keys were rejected; check the keys, and that the server allows API"
            + " keys (System > Configuration > Security).";

    private final Endpoint endpoint;
    private final RetryingTransport transport;
    private final Map<String, String> headers;
    private final Redaction redaction;

    ApiKeyClient(Endpoint endpoint, RetryingTransport transport, Login.ApiKeys keys) {
        this.endpoint = endpoint;
        this.transport = transport;
        this.headers = Map.of("x-apikey", "accesskey=" + keys.accessKey() + "; secretkey=" + keys.secretKey() + ";");
        this.redaction = new Redaction(List.of(keys.accessKey(), keys.secretKey()));
    }

    @Override
    public <T> T call(Request request, Retries retries, CheckedHandler<T> reader)
            throws SecurityCenterException, InterruptedException {
        Attempt attempt = new Attempt(endpoint.name(), request.operation());
        ResponseCheck check = new ResponseCheck(attempt, redaction);
        try {
            return transport.send(
                    request,
                    headers,
                    endpoint.timeouts().limit(request),
                    retries,
                    answer -> reader.read(answer, check));
        } catch (ErrorResponseException e) {
            throw e.sessionInvalid() || e.unexplained() ? new LoginException(attempt, e, ADVICE) : e;
        }
    }

    @Override
    public Optional<Session> session(Retries retries) {
        return Optional.empty();
    }

    @Override
    public Duration clockOffset() {
        return transport.clockOffset();
    }

    @Override
    public boolean refused() {
        return false;
    }

    @Override
    public boolean hasSession() {
        return false;
    }

    @Override
    public void close() {
        transport.close();
    }
}
