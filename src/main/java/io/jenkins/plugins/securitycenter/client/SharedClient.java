package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.Retries;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** An access that counts its users. {@link SessionPool} guards the counter. */
final class SharedClient implements AuthenticatedClient {

    private final AuthenticatedClient access;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private int users;

    SharedClient(AuthenticatedClient access) {
        this.access = access;
    }

    void acquire() {
        users++;
    }

    boolean releaseIsLast() {
        return --users == 0;
    }

    @Override
    public <T> T call(Request request, Retries retries, CheckedHandler<T> reader)
            throws SecurityCenterException, InterruptedException {
        return access.call(request, retries, reader);
    }

    @Override
    public Optional<Session> session(Retries retries) throws SecurityCenterException, InterruptedException {
        return access.session(retries);
    }

    @Override
    public Duration clockOffset() {
        return access.clockOffset();
    }

    @Override
    public boolean refused() {
        return access.refused();
    }

    @Override
    public void close() {
        try {
            access.close();
        } finally {
            ended.complete(null);
        }
    }

    /** Returns a future that completes when {@link #close()} has completed. */
    CompletableFuture<Void> ended() {
        return ended;
    }
}
