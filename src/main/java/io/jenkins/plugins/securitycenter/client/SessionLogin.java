package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint.SessionLimit;
import io.jenkins.plugins.securitycenter.client.transport.EnvelopeReader;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.LoginException;
import io.jenkins.plugins.securitycenter.client.transport.Redaction;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.Response;
import io.jenkins.plugins.securitycenter.client.transport.ResponseCheck;
import io.jenkins.plugins.securitycenter.client.transport.RetryingTransport;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException.Attempt;
import io.jenkins.plugins.securitycenter.client.transport.UnexpectedResponseException;
import io.jenkins.plugins.securitycenter.model.Attributes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Logs in once: {@code POST /token} with user name and password, {@code GET /system} with a client certificate. */
final class SessionLogin {

    private static final String REFUSED =
            "The login was rejected; check the user name and password, and that the account is not locked.";
    private static final String NO_TOKEN =
            "the server did not open a session for the client certificate; check that the"
                    + " certificate is associated with an account.";

    private final Endpoint endpoint;
    private final RetryingTransport transport;
    private final Login login;
    private final Attempt attempt;

    SessionLogin(Endpoint endpoint, RetryingTransport transport, Login login) {
        this.endpoint = endpoint;
        this.transport = transport;
        this.login = login;
        this.attempt = new Attempt(endpoint.name(), Login.OPERATION + " with the " + login.account());
    }

    Session open() throws SecurityCenterException, InterruptedException {
        try {
            return login instanceof Login.Password password ? byPassword(password) : byCertificate();
        } catch (ErrorResponseException e) {
            throw e.isTemporary() ? e : new LoginException(attempt, e, REFUSED);
        }
    }

    /** Returns whether the login can be repeated after the failure without counting as another wrong password. */
    boolean mayRepeat(SecurityCenterException e) {
        if (!e.isTemporary() || e instanceof LoginException) {
            return false;
        }
        return !(login instanceof Login.Password) || e.notProcessed() || turnedAway(e);
    }

    private static boolean turnedAway(SecurityCenterException e) {
        return e instanceof UnexpectedResponseException answer && answer.turnedAway();
    }

    private Session byPassword(Login.Password password) throws SecurityCenterException, InterruptedException {
        OpenedSession opened = send(token(password, false));
        if (opened.token().isEmpty() && opened.limitReached()) {
            if (endpoint.sessionLimit() == SessionLimit.FAIL) {
                throw LoginException.sessionLimit(attempt);
            }
            opened = send(token(password, true));
        }
        if (opened.token().isEmpty()) {
            throw opened.limitReached()
                    ? LoginException.sessionLimit(attempt)
                    : new LoginException(attempt, "the server did not return a session token.");
        }
        return opened.session();
    }

    private Session byCertificate() throws SecurityCenterException, InterruptedException {
        OpenedSession opened = send(Request.get("/system"));
        if (opened.token().isEmpty()) {
            throw new LoginException(attempt, NO_TOKEN);
        }
        return opened.session();
    }

    private Request token(Login.Password password, boolean releaseSession) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("username", password.username())
                .put("password", password.password())
                .put("releaseSession", releaseSession);
        return Request.post("/token", body);
    }

    private OpenedSession send(Request request) throws SecurityCenterException, InterruptedException {
        ResponseCheck check = new ResponseCheck(attempt, redaction(null));
        return transport.sendOnce(
                request.effect(Request.Effect.OPENS_SESSION).toDo(attempt.operation()),
                Map.of(),
                endpoint.timeouts().limit(request),
                answer -> OpenedSession.read(answer, check));
    }

    /** Returns a redaction that hides the secrets of the login, and those of the session if there is one. */
    Redaction redaction(@Nullable Session session) {
        List<String> secrets = new ArrayList<>();
        if (login instanceof Login.Password known) {
            secrets.add(known.password());
        }
        if (session != null) {
            secrets.addAll(session.secrets());
        }
        return new Redaction(secrets);
    }

    private record OpenedSession(String token, boolean limitReached, String cookie) {

        static OpenedSession read(Response answer, ResponseCheck check) throws IOException {
            Attributes response = Attributes.of(
                    check.success(answer, EnvelopeReader.mapper()::readTree).response());
            return new OpenedSession(
                    token(response.text("token")),
                    response.flag("releaseSession"),
                    LoginCookies.of(answer.headers("Set-Cookie")));
        }

        private static final Pattern TOKEN = Pattern.compile("(?!(true|false)$)[!-~]+");

        /** Returns the token; empty if it is not valid in a header, or is not a token. */
        private static String token(String text) {
            return TOKEN.matcher(text).matches() ? text : "";
        }

        Session session() {
            return new Session(token, cookie);
        }
    }
}
