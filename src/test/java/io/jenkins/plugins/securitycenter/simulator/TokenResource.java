package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /token}: login and logout. */
final class TokenResource implements Resource {
    private final World world;

    TokenResource(World world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "token";
    }

    @Override
    public boolean open() {
        return true;
    }

    @Override
    public Reply answer(Call call, Caller caller) {
        if (call.is("POST", 1)) {
            return logIn(call.json(), call.certificate());
        }
        if (call.is("DELETE", 1)) {
            if (!caller.known()) {
                throw Refusal.invalidToken();
            }
            world.sessions().close(caller.session());
            return Reply.nothing();
        }
        throw call.unknown();
    }

    private Reply logIn(ObjectNode body, String certificate) {
        String username = body.path("username").asText();
        Account account = world.accounts().logIn(username, body.path("password").asText());
        boolean release = body.path("releaseSession").asText().equals("true");
        Optional<Session> session = world.sessions().open(account, release);
        if (session.isEmpty()) {
            return Reply.of(Json.object().put("releaseSession", true));
        }
        String now = String.valueOf(world.now().getEpochSecond());
        ObjectNode answer = Json.texts(
                "lastLogin", now,
                "lastLoginIP", "127.0.0.1",
                "failedLogins", String.valueOf(world.accounts().forgetFailures(username)),
                "failedLoginIP", "",
                "lastFailedLogin", "-1");
        boolean foreign =
                !certificate.isEmpty() && Accounts.byCertificate(certificate).isEmpty();
        answer.put("token", Long.parseLong(session.get().token())).put("unassociatedCert", String.valueOf(foreign));
        Cookies cookies = new Cookies(world.options());
        String dead = cookies.set(world.sessions().newCookie());
        List<String> all = new ArrayList<>(world.cookies());
        all.add(dead);
        all.add(cookies.set(session.get().cookie()));
        return Reply.of(answer, all);
    }
}
