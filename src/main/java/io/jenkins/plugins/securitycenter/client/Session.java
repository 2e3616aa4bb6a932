package io.jenkins.plugins.securitycenter.client;

import java.util.Map;

/** What proves a session: the token for the header {@code X-SecurityCenter}, and the cookies that go with it. */
record Session(String token, String cookie) {

    Map<String, String> headers() {
        return cookie.isEmpty()
                ? Map.of("X-SecurityCenter", token)
                : Map.of("X-SecurityCenter", token, "Cookie", cookie);
    }

    @Override
    public String toString() {
        return "Session";
    }
}
