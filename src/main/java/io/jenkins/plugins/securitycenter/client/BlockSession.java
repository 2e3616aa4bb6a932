package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint.SessionLimit;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.LoginException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException.Attempt;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The sessions of a block of a build: one that only its scripts use, and the one that all users of the account share.
 * There are no sessions for API keys.
 */
public final class BlockSession {

    /**
     * A session that scripts had before a restart.
     *
     * @param url the URL of the server, which gets the session only if it is still configured
     */
    public record Left(URI url, Session session) {}

    private final Endpoint endpoint;
    private final Login login;
    private final SecurityCenter scripts;
    private final SecurityCenter steps;
    private final boolean resumed;

    /**
     * Prepares the sessions; the first request is sent by {@link #scripts}.
     *
     * @param left the session that the scripts had before a restart, which is used while the same server accepts it
     * @param log receives a line when the server stops responding, and when it responds again
     * @throws IllegalArgumentException if the certificates of the endpoint or login cannot be used
     * @throws IllegalStateException if the sessions are closed
     */
    public BlockSession(
            SessionPool sessions, Endpoint endpoint, Login login, Optional<Left> left, Consumer<String> log) {
        this.endpoint = endpoint;
        this.login = login;
        Optional<Session> usable =
                left.filter(one -> one.url().equals(endpoint.url())).map(Left::session);
        this.scripts = sessions.openAlone(endpoint, login, usable).withRetries(log);
        this.steps = sessions.open(endpoint, login).withRetries(log);
        this.resumed = usable.isPresent();
    }

    /**
     * Opens the session for scripts; empty for API keys, which need none.
     *
     * @throws LoginException if the login is rejected
     */
    public Optional<Session> scripts() throws SecurityCenterException, InterruptedException {
        try {
            if (resumed) {
                scripts.currentUser();
            }
            return scripts.session();
        } catch (LoginException e) {
            throw e.isTemporary() ? tooFew() : e;
        }
    }

    /**
     * Opens the session for steps if it is not open.
     *
     * @throws LoginException if the login is rejected, or the account has too few sessions for both
     */
    public void steps() throws SecurityCenterException, InterruptedException {
        try {
            Optional<Session> own = scripts.session();
            if (own.isEmpty()) {
                return;
            }
            steps.session();
            if (endpoint.sessionLimit() == SessionLimit.RELEASE_OLDEST && !bothLive(own)) {
                throw tooFew();
            }
        } catch (LoginException e) {
            throw e.isTemporary() ? tooFew() : e;
        }
    }

    /**
     * Returns whether both sessions are valid. Each login may have ended the other session; with a limit of one
     * session, they would keep ending each other.
     */
    private boolean bothLive(Optional<Session> own) throws SecurityCenterException, InterruptedException {
        steps.currentUser();
        scripts.currentUser();
        return scripts.session().equals(own);
    }

    private LoginException tooFew() {
        return LoginException.tooFewSessions(new Attempt(
                endpoint.name(), "open separate sessions of the " + login.account() + " for scripts and steps"));
    }

    /** Closes both sessions. The returned future completes when the sessions that are no longer used have ended. */
    public CompletableFuture<Void> end() {
        return CompletableFuture.allOf(scripts.closeAsync(), steps.closeAsync());
    }
}
