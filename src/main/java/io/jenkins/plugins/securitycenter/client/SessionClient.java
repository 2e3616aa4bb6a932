package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.EnvelopeReader;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.LoginException;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.ResponseCheck;
import io.jenkins.plugins.securitycenter.client.transport.Retries;
import io.jenkins.plugins.securitycenter.client.transport.RetryingTransport;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException.Attempt;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests within a session, which the first request opens and all callers share. The session is opened again if
 * the server does not recognize it any more, and ended by {@link #close()}. Only one login is in progress at a time,
 * and a rejected login is never repeated.
 */
final class SessionClient implements AuthenticatedClient {

    private static final Logger LOGGER = Logger.getLogger(SessionClient.class.getName());

    /** The time limit for ending a session, so that callers do not wait for long. */
    static final Duration ENDING = Duration.ofSeconds(20);

    private final Endpoint endpoint;
    private final RetryingTransport transport;
    private final SessionLogin opening;
    private final Future<?> predecessor;
    private final ReentrantLock loggingIn = new ReentrantLock();
    private volatile @Nullable Session session;
    private volatile @Nullable SecurityCenterException failure;
    private volatile boolean closed;

    /**
     * @param predecessor completes when the account's previous session has ended, because both at once may exceed the
     *     session limit
     * @param left a previous session, which is used while the server accepts it
     */
    SessionClient(
            Endpoint endpoint,
            RetryingTransport transport,
            SessionLogin opening,
            Future<?> predecessor,
            Optional<Session> left) {
        this.endpoint = endpoint;
        this.transport = transport;
        this.opening = opening;
        this.predecessor = predecessor;
        this.session = left.orElse(null);
    }

    @Override
    public <T> T call(Request request, Retries retries, CheckedHandler<T> reader)
            throws SecurityCenterException, InterruptedException {
        Session used = session(null, retries);
        Duration limit = endpoint.timeouts().limit(request);
        try {
            return send(request, reader, used, limit, retries);
        } catch (ErrorResponseException e) {
            if (!e.sessionInvalid()) {
                throw e;
            }
            return send(request, reader, session(used, retries), limit, retries);
        }
    }

    private <T> T send(Request request, CheckedHandler<T> reader, Session used, Duration limit, Retries retries)
            throws SecurityCenterException, InterruptedException {
        ResponseCheck check = check(request, used);
        return transport.send(request, used.headers(), limit, retries, answer -> reader.read(answer, check));
    }

    private ResponseCheck check(Request request, Session used) {
        return new ResponseCheck(new Attempt(endpoint.name(), request.operation()), opening.redaction(used));
    }

    /**
     * Returns the current session, or opens a new one if there is none or the current one was rejected. No lock is held
     * during the pause before a login is repeated.
     */
    @SuppressWarnings("ReferenceEquality") // the server rejected this very session
    private Session session(@Nullable Session rejected, Retries retries)
            throws SecurityCenterException, InterruptedException {
        Session present = session;
        if (present != null && present != rejected) {
            return present;
        }
        return transport.repeat(retries, endpoint.timeouts().total(), limit -> session(rejected), opening::mayRepeat);
    }

    @SuppressWarnings("ReferenceEquality") // see above
    private Session session(@Nullable Session rejected) throws SecurityCenterException, InterruptedException {
        SecurityCenterException before = failure;
        loggingIn.lockInterruptibly();
        try {
            if (closed) {
                throw new IllegalStateException("The connection to " + endpoint.name() + " is closed.");
            }
            if (session != null && session != rejected) {
                return session;
            }
            if (refused() || failure != null && failure != before) {
                throw failure;
            }
            return open();
        } finally {
            loggingIn.unlock();
        }
    }

    /** Logs in. A failure is reported to all callers that waited for the login; a rejected login is never repeated. */
    private Session open() throws SecurityCenterException, InterruptedException {
        Session rejected = session;
        session = null;
        if (rejected != null) {
            // if the server still knows it, it counts against the account's session limit
            end(rejected);
        }
        try {
            predecessor.get(ENDING.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOGGER.log(Level.FINE, "The previous session has not ended yet", e);
        }
        try {
            session = opening.open();
            failure = null;
            return session;
        } catch (SecurityCenterException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public Optional<Session> session(Retries retries) throws SecurityCenterException, InterruptedException {
        return Optional.of(session(null, retries));
    }

    @Override
    public Duration clockOffset() {
        return transport.clockOffset();
    }

    @Override
    public boolean refused() {
        return failure instanceof LoginException && !failure.isTemporary();
    }

    @Override
    public boolean hasSession() {
        return session != null;
    }

    @Override
    public void close() {
        Session last;
        loggingIn.lock();
        try {
            closed = true;
            last = session;
            session = null;
        } finally {
            loggingIn.unlock();
        }
        if (last != null) {
            end(last);
        }
        transport.close();
    }

    /** Ends the session even if the thread has been interrupted, because its build may be aborting. */
    private void end(Session last) {
        boolean interrupted = Thread.interrupted();
        Request request = Request.delete("/token").effect(Request.Effect.READS).toDo("end the session");
        try {
            ResponseCheck check = check(request, last);
            transport.send(
                    request,
                    last.headers(),
                    ENDING,
                    answer -> check.success(answer, EnvelopeReader.mapper()::readTree));
        } catch (ErrorResponseException e) {
            LOGGER.log(Level.FINE, "The session had already ended", e);
        } catch (SecurityCenterException e) {
            LOGGER.log(Level.FINE, "Could not end the session; the server ends it after its idle timeout", e);
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
