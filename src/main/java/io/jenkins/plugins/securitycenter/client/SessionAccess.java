package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.client.SecurityCenterException.Attempt;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Calls within a session: opened by the first call, shared by all callers, opened once more when the server has
 * forgotten it, ended by {@link #close()}. One login is under way at a time, and a refused one is never repeated.
 */
final class SessionAccess implements Access {

    private static final Logger LOGGER = Logger.getLogger(SessionAccess.class.getName());

    private final Endpoint endpoint;
    private final Transport transport;
    private final SessionOpening opening;
    private final ReentrantLock loggingIn = new ReentrantLock();
    private volatile Session session;
    private volatile LoginException refusal;
    private volatile boolean closed;

    SessionAccess(Endpoint endpoint, Transport transport, SessionOpening opening) {
        this.endpoint = endpoint;
        this.transport = transport;
        this.opening = opening;
    }

    @Override
    public <T> T call(Request request, Reader<T> reader) throws SecurityCenterException, InterruptedException {
        Session used = session(null);
        try {
            return send(request, reader, used);
        } catch (RefusedException e) {
            if (!e.sessionInvalid()) {
                throw e;
            }
            return send(request, reader, session(used));
        }
    }

    private <T> T send(Request request, Reader<T> reader, Session used)
            throws SecurityCenterException, InterruptedException {
        Attempt attempt = new Attempt(endpoint.name(), request.operation());
        AnswerCheck check = new AnswerCheck(attempt, opening.redaction(used));
        return transport.send(request, used.headers(), answer -> reader.read(answer, check));
    }

    /** The session to use; a new one when there is none, or when the present one is the one that was not accepted. */
    private Session session(Session rejected) throws SecurityCenterException, InterruptedException {
        loggingIn.lockInterruptibly();
        try {
            if (closed) {
                throw new IllegalStateException("The connection to " + endpoint.name() + " is closed.");
            }
            if (refusal != null) {
                throw refusal;
            }
            if (session == null || session == rejected) {
                session = null;
                session = opening.open();
            }
            return session;
        } catch (LoginException e) {
            refusal = e;
            throw e;
        } finally {
            loggingIn.unlock();
        }
    }

    @Override
    public Map<String, String> headers() throws SecurityCenterException, InterruptedException {
        return session(null).headers();
    }

    @Override
    public boolean refused() {
        return refusal != null;
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

    private void end(Session last) {
        Request request = Request.delete("/token").effect(Request.Effect.READS).toDo("end the session");
        try {
            send(request, (answer, check) -> check.success(answer, EnvelopeReader.mapper()::readTree), last);
        } catch (RefusedException e) {
            LOGGER.log(Level.FINE, "The session had ended before", e);
        } catch (SecurityCenterException e) {
            LOGGER.log(Level.FINE, "The session could not be ended; the server ends it when it is idle", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
