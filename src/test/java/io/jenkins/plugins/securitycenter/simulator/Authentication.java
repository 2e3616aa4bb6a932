package io.jenkins.plugins.securitycenter.simulator;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds out who makes a request. */
final class Authentication {
    private static final String COOKIE = "TNS_SESSIONID=";
    private final World world;

    Authentication(World world) {
        this.world = world;
    }

    /**
     * The caller, or {@link Caller#NOBODY} where nobody is needed.
     *
     * @throws Refusal for keys that are not accepted, and for a missing or dead session
     */
    Caller caller(Call call, boolean open) {
        Profile profile = world.options().profile();
        String keys = call.header("x-apikey");
        if (!keys.isEmpty() && profile.knowsApiKeys()) {
            return byKeys(keys);
        }
        String token = call.header("X-SecurityCenter");
        List<Caller> found = cookies(call.headers())
                .flatMap(cookie -> world.sessions().find(token, cookie).stream())
                .map(session -> new Caller(session.account(), session))
                .toList();
        if (!found.isEmpty()) {
            return found.get(0);
        }
        if (open) {
            return Caller.NOBODY;
        }
        throw Refusal.invalidToken();
    }

    private Caller byKeys(String keys) {
        if (!world.options().access().allowApiKeys()) {
            throw Refusal.refusedKeys();
        }
        return Accounts.byKeys(keys).map(account -> new Caller(account, null)).orElseThrow(Refusal::refusedKeys);
    }

    private static Stream<String> cookies(Map<String, String> headers) {
        return Stream.of(headers.getOrDefault("Cookie", "").split(";"))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(COOKIE))
                .map(cookie -> cookie.substring(COOKIE.length()));
    }
}
