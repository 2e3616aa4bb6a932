package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.jenkins.plugins.securitycenter.client.analysis.Analysis;
import io.jenkins.plugins.securitycenter.client.resource.Scans;
import io.jenkins.plugins.securitycenter.client.transport.ActivityListener;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Envelope;
import io.jenkins.plugins.securitycenter.client.transport.EnvelopeReader;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.Retries;
import io.jenkins.plugins.securitycenter.client.transport.RetryPolicy;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.Sleeper;
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
 * A connection to one server with one account, which sends any API request. Classes such as {@link Scans} and
 * {@link Analysis} provide typed access to resources. Must be closed; the session ends with its last user. Thread-safe.
 *
 * <p>Every request throws {@link SecurityCenterException} if it failed, and {@link InterruptedException} if the thread
 * was interrupted while it waited for a login or a retry.
 */
public final class SecurityCenter implements AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger(SecurityCenter.class.getName());

    private final Endpoint endpoint;
    private final AuthenticatedClient access;
    private final Retries retries;
    private final Sleeper pause;
    private final Supplier<CompletableFuture<Void>> release;
    private final AtomicBoolean closed = new AtomicBoolean();

    SecurityCenter(
            Endpoint endpoint,
            AuthenticatedClient access,
            Retries retries,
            Sleeper pause,
            Supplier<CompletableFuture<Void>> release) {
        this.endpoint = endpoint;
        this.access = access;
        this.retries = retries;
        this.pause = pause;
        this.release = release;
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    /** Sends a request and returns its payload. */
    public JsonNode call(Request request) throws SecurityCenterException, InterruptedException {
        return send(request).response();
    }

    /** Sends a request and returns the complete response. */
    public Envelope send(Request request) throws SecurityCenterException, InterruptedException {
        return stream(request, EnvelopeReader.mapper()::readTree);
    }

    /**
     * Sends a request and returns the complete response, even if SecurityCenter rejects the request. Throws an
     * exception only if the response does not come from SecurityCenter, or the session cannot be opened.
     */
    public Envelope exchange(Request request) throws SecurityCenterException, InterruptedException {
        try {
            return open().call(
                            request,
                            retries,
                            (answer, check) -> check.settled(answer, EnvelopeReader.mapper()::readTree));
        } catch (ErrorResponseException e) {
            return new Envelope(e.httpStatus(), e.errorCode(), e.errorMessage(), List.of(), MissingNode.getInstance());
        }
    }

    /** Sends a request whose payload is streamed. */
    public Envelope stream(Request request, EnvelopeReader.Payload payload)
            throws SecurityCenterException, InterruptedException {
        return open().call(request, retries, (answer, check) -> check.success(answer, payload));
    }

    private AuthenticatedClient open() {
        if (closed.get()) {
            throw new IllegalStateException("The connection to " + endpoint.name() + " is closed.");
        }
        return access;
    }

    /**
     * Sends a request whose response is a file. If the response is JSON instead, its payload is written. A web page and
     * an empty file are rejected.
     *
     * @param request repeated after a truncated response only if its effect says that it only reads data
     * @param target opened when the file arrives, and again from its start if the request is repeated
     * @return the number of bytes written
     * @throws java.io.UncheckedIOException if the target cannot be written
     */
    public long download(Request request, Download.Target target) throws SecurityCenterException, InterruptedException {
        return download(request, new Download(target, FileType.ANY));
    }

    public long download(Request request, Download download) throws SecurityCenterException, InterruptedException {
        return open().call(request.answeredByFile(), retries, download);
    }

    /** Returns information about the server ({@code GET /system}). */
    public SystemInfo system() throws SecurityCenterException, InterruptedException {
        Request request = Request.get("/system").toDo("read the system information");
        return new ResourceReader(this, request).values(SystemInfo::of);
    }

    /** Returns the status of the server ({@code GET /status}), whose format differs between versions. */
    public Attributes status() throws SecurityCenterException, InterruptedException {
        return new ResourceReader(this, Request.get("/status").toDo("read the status")).values(status -> status);
    }

    /** Returns the account of this connection ({@code GET /currentUser}). */
    public CurrentUser currentUser() throws SecurityCenterException, InterruptedException {
        Request request = Request.get("/currentUser").toDo("read the account");
        return new ResourceReader(this, request).readRecord("user", answer -> answer, CurrentUser::of);
    }

    /** Returns the listener for what is done with this connection. */
    public ActivityListener activity() {
        return access.activity();
    }

    /** Waits between the calls of one reading. */
    public Sleeper pause() {
        return pause;
    }

    /** Returns the session of this connection, which is opened if necessary; empty for API keys, which need none. */
    public Optional<Session> session() throws SecurityCenterException, InterruptedException {
        return open().session(retries);
    }

    /**
     * Returns the current time of the server, according to the {@code Date} header of its last response; the local time
     * if there was none.
     *
     * @param clock the local clock
     */
    public Instant now(InstantSource clock) {
        return clock.instant().plus(access.clockOffset());
    }

    /**
     * Returns a replacement for this connection for use in builds: requests that can be repeated are, for minutes,
     * while the server does not respond.
     *
     * @param log receives one line when an outage starts and one when it ends
     */
    public SecurityCenter withRetries(Consumer<String> log) {
        return new SecurityCenter(endpoint, access, new Retries(RetryPolicy.PERSISTENT, log), pause, this::closeAsync);
    }

    /**
     * Returns a replacement for this connection; its {@link #close} waits until a session that ends with it has ended.
     */
    public SecurityCenter waitingForLogout() {
        return new SecurityCenter(endpoint, access, retries, pause, () -> {
            CompletableFuture<Void> ended = closeAsync();
            try {
                ended.get(SessionClient.ENDING.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                LOGGER.log(Level.FINE, "The session has not ended yet", e);
            }
            return ended;
        });
    }

    /** Closes the connection. The returned future completes when the session has ended, if this was its last user. */
    CompletableFuture<Void> closeAsync() {
        return closed.compareAndSet(false, true) ? release.get() : CompletableFuture.completedFuture(null);
    }

    /** Closes the connection without waiting until the session has ended. */
    @Override
    public void close() {
        closeAsync();
    }
}
