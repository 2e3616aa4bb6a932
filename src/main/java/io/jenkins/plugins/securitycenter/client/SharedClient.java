package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.client.transport.ActivityListener;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.LoginException;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.Retries;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.ServerTraffic;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** An access that counts its users. {@link SessionPool} guards the counter. */
final class SharedClient implements AuthenticatedClient {

    private final AuthenticatedClient access;
    private final Login login;
    private final ServerTraffic traffic;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private int users;

    /** @param traffic records whether the server accepts the login */
    SharedClient(AuthenticatedClient access, Login login, ServerTraffic traffic) {
        this.access = access;
        this.login = login;
        this.traffic = traffic;
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
        return observed(() -> access.call(request, retries, reader));
    }

    @Override
    public Optional<Session> session(Retries retries) throws SecurityCenterException, InterruptedException {
        return observed(() -> access.session(retries));
    }

    private interface Operation<T> {
        T take() throws SecurityCenterException, InterruptedException;
    }

    private <T> T observed(Operation<T> operation) throws SecurityCenterException, InterruptedException {
        try {
            T value = operation.take();
            traffic.accepted(login);
            return value;
        } catch (LoginException e) {
            traffic.refused(login, e);
            throw e;
        }
    }

    @Override
    public Duration clockOffset() {
        return access.clockOffset();
    }

    @Override
    public ActivityListener activity() {
        return traffic.activity();
    }

    @Override
    public boolean refused() {
        return access.refused();
    }

    @Override
    public boolean hasSession() {
        return access.hasSession();
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
