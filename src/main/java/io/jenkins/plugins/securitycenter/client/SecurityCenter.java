package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.CurrentUser;
import io.jenkins.plugins.securitycenter.model.SystemInfo;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A connection to one server with one account, which makes any call of its API. Classes such as {@link Scans} and
 * {@link Analysis} give typed access to resources. To be closed; the session ends with its last user. Thread-safe.
 *
 * <p>Every call throws {@link SecurityCenterException} when it did not succeed, and {@link InterruptedException} when
 * the thread was interrupted while it waited for a login or before a repetition.
 */
public final class SecurityCenter implements AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger(SecurityCenter.class.getName());

    private final Endpoint endpoint;
    private final Access access;
    private final Retries retries;
    private final Pause pause;
    private final Supplier<CompletableFuture<Void>> release;
    private final AtomicBoolean closed = new AtomicBoolean();

    SecurityCenter(
            Endpoint endpoint, Access access, Retries retries, Pause pause, Supplier<CompletableFuture<Void>> release) {
        this.endpoint = endpoint;
        this.access = access;
        this.retries = retries;
        this.pause = pause;
        this.release = release;
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    /** Makes a call and returns its payload. */
    public JsonNode call(Request request) throws SecurityCenterException, InterruptedException {
        return send(request).response();
    }

    /** Makes a call and returns all of its answer. */
    public Envelope send(Request request) throws SecurityCenterException, InterruptedException {
        return stream(request, EnvelopeReader.mapper()::readTree);
    }

    /**
     * Makes a call and returns all of its answer, also when SecurityCenter refuses it. Only what is no answer of
     * SecurityCenter ends in an exception, and a session that cannot be had.
     */
    public Envelope exchange(Request request) throws SecurityCenterException, InterruptedException {
        try {
            return open().call(
                            request,
                            retries,
                            (answer, check) -> check.settled(answer, EnvelopeReader.mapper()::readTree));
        } catch (RefusedException e) {
            return new Envelope(e.httpStatus(), e.errorCode(), e.errorMessage(), List.of(), null);
        }
    }

    /** Makes a call whose payload is read piece by piece. */
    Envelope stream(Request request, EnvelopeReader.Payload payload)
            throws SecurityCenterException, InterruptedException {
        return open().call(request, retries, (answer, check) -> check.success(answer, payload));
    }

    private Access open() {
        if (closed.get()) {
            throw new IllegalStateException("The connection to " + endpoint.name() + " is closed.");
        }
        return access;
    }

    /**
     * Makes a call that answers a file. A call that is answered with JSON instead has its payload written. A web page and
     * an empty file are refused.
     *
     * @param request repeated when its answer is cut only if its effect says that it only reads
     * @param target opened when the file arrives, and once more, from its beginning, when the call is repeated
     * @return the number of bytes written
     * @throws java.io.UncheckedIOException when the target cannot be written
     */
    public long download(Request request, Download.Target target) throws SecurityCenterException, InterruptedException {
        return download(request, new Download(target, FileKind.ANY));
    }

    long download(Request request, Download download) throws SecurityCenterException, InterruptedException {
        return open().call(request.answeredByFile(), retries, download);
    }

    /** {@code GET /system}. */
    public SystemInfo system() throws SecurityCenterException, InterruptedException {
        Request request = Request.get("/system").toDo("read the system information");
        return new Records(this, request).values(SystemInfo::of);
    }

    /** {@code GET /status}, whose shape differs between versions. */
    public Attributes status() throws SecurityCenterException, InterruptedException {
        return new Records(this, Request.get("/status").toDo("read the status")).values(status -> status);
    }

    /** {@code GET /currentUser}. */
    public CurrentUser currentUser() throws SecurityCenterException, InterruptedException {
        Request request = Request.get("/currentUser").toDo("read the account");
        return new Records(this, request).made("user", answer -> answer, CurrentUser::of);
    }

    /** Waits between the calls of one reading. */
    Pause pause() {
        return pause;
    }

    /** The session of this connection, opened if that has not been done; empty for API keys, which need none. */
    public Optional<Session> session() throws SecurityCenterException, InterruptedException {
        return open().session(retries);
    }

    /**
     * The server's present time, by the {@code Date} of its last answer; that of the clock as long as none has come.
     *
     * @param clock ours
     */
    public Instant now(InstantSource clock) {
        return clock.instant().plus(access.clockOffset());
    }

    /**
     * Takes this connection's place for a build: calls that may be repeated are, for minutes, while the server does not
     * respond.
     *
     * @param log gets one line when an outage begins and one when it ends
     */
    public SecurityCenter persistent(Consumer<String> log) {
        return new SecurityCenter(endpoint, access, new Retries(RetryPolicy.PERSISTENT, log), pause, this::end);
    }

    /** Takes this connection's place; its {@link #close} waits until a session that ends with it has ended. */
    public SecurityCenter patient() {
        return new SecurityCenter(endpoint, access, retries, pause, () -> {
            CompletableFuture<Void> ended = end();
            try {
                ended.get(SessionAccess.ENDING.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                LOGGER.log(Level.FINE, "The session has not ended yet", e);
            }
            return ended;
        });
    }

    /** Closes the connection. The result is done when the session has ended, if this was its last user. */
    public CompletableFuture<Void> end() {
        return closed.compareAndSet(false, true) ? release.get() : CompletableFuture.completedFuture(null);
    }

    /** Closes the connection; does not wait until the session has ended. */
    @Override
    public void close() {
        end();
    }
}
