package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.client.Endpoint.SessionLimit;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException.Attempt;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * What a block of a build keeps open: a session that only its scripts use, and a use of the session that all who have
 * the same account share. With API keys there is no session.
 */
public final class BlockSession {

    private final Endpoint endpoint;
    private final Login login;
    private final SecurityCenter scripts;
    private final SecurityCenter steps;
    private final boolean resumed;

    /**
     * Nothing is sent before {@link #scripts}.
     *
     * @param left the session that the scripts had before a restart, used as long as the server accepts it
     * @param log gets a line when the server does not respond, and when it does again
     * @throws IllegalArgumentException when the certificates of the endpoint or login cannot be used
     * @throws IllegalStateException when the sessions are closed
     */
    public BlockSession(
            Sessions sessions, Endpoint endpoint, Login login, Optional<Session> left, Consumer<String> log) {
        this.endpoint = endpoint;
        this.login = login;
        this.scripts = sessions.openAlone(endpoint, login, left).persistent(log);
        this.steps = sessions.open(endpoint, login).persistent(log);
        this.resumed = left.isPresent();
    }

    /**
     * Opens the session for scripts; empty for API keys, which need none.
     *
     * @throws LoginException when the account is not let in
     */
    public Optional<Session> scripts() throws SecurityCenterException, InterruptedException {
        try {
            if (resumed) {
                scripts.currentUser();
            }
            return scripts.session();
        } catch (LoginException e) {
            throw e.passing() ? tooFew() : e;
        }
    }

    /**
     * Opens the session for steps, if it is not open.
     *
     * @throws LoginException when the account is not let in, or has too few sessions for both
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
            throw e.passing() ? tooFew() : e;
        }
    }

    /** Each login may have ended the other session; if the account has but one, they would do so for ever. */
    private boolean bothLive(Optional<Session> own) throws SecurityCenterException, InterruptedException {
        steps.currentUser();
        scripts.currentUser();
        return scripts.session().equals(own);
    }

    private LoginException tooFew() {
        return LoginException.tooFewSessions(new Attempt(
                endpoint.name(), "open separate sessions of the " + login.account() + " for scripts and steps"));
    }

    /** Closes both. The result is done when what ends with them has ended. */
    public CompletableFuture<Void> end() {
        return CompletableFuture.allOf(scripts.end(), steps.end());
    }
}
