package io.jenkins.plugins.securitycenter.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What proves a session: the token for the header {@code X-SecurityCenter}, and the cookies that go with it. */
record Session(String token, String cookie) {

    /** Shorter cookies are settings such as a language. */
    private static final int SHORTEST_SECRET = 8;

    Map<String, String> headers() {
        return cookie.isEmpty()
                ? Map.of("X-SecurityCenter", token)
                : Map.of("X-SecurityCenter", token, "Cookie", cookie);
    }

    /** What must not be shown: the token, and the cookies as a header and one by one. */
    List<String> secrets() {
        List<String> secrets = new ArrayList<>(List.of(token, cookie));
        for (String pair : cookie.split("; ")) {
            String value = pair.substring(pair.indexOf('=') + 1);
            if (value.length() >= SHORTEST_SECRET) {
                secrets.add(value);
            }
        }
        return secrets;
    }

    @Override
    public String toString() {
        return "Session";
    }
}
