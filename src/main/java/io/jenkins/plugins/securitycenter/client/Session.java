package io.jenkins.plugins.securitycenter.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What proves a session; both are secrets.
 *
 * @param token for the header {@code X-SecurityCenter}
 * @param cookie for the header {@code Cookie}; empty when the server set none
 */
public record Session(String token, String cookie) {

    /** SecurityCenter's own cookie, which is secret however short it is. */
    private static final String SESSION_COOKIE = "TNS_SESSIONID";

    /** Shorter values of other cookies are settings, such as the node of a load balancer or a language. */
    private static final int SHORTEST_SECRET = 8;

    public Session {
        Objects.requireNonNull(token);
        Objects.requireNonNull(cookie);
    }

    Map<String, String> headers() {
        return cookie.isEmpty()
                ? Map.of("X-SecurityCenter", token)
                : Map.of("X-SecurityCenter", token, "Cookie", cookie);
    }

    /** What must not be shown, none of it empty: the token, and the cookies as a header and one by one. */
    public List<String> secrets() {
        List<String> secrets = new ArrayList<>(List.of(token, cookie));
        cookies().forEach((name, value) -> {
            if (isSecret(name, value)) {
                secrets.add(value);
            }
        });
        secrets.removeIf(String::isBlank);
        return secrets;
    }

    /** The names of the cookies whose values {@link #secrets} leaves out, since hiding them would hide other text. */
    public List<String> shown() {
        List<String> names = new ArrayList<>();
        cookies().forEach((name, value) -> {
            if (!value.isBlank() && !isSecret(name, value)) {
                names.add(name);
            }
        });
        return names;
    }

    private static boolean isSecret(String name, String value) {
        return name.equals(SESSION_COOKIE) || value.length() >= SHORTEST_SECRET;
    }

    private Map<String, String> cookies() {
        Map<String, String> cookies = new LinkedHashMap<>();
        for (String pair : cookie.split("; ")) {
            int equals = pair.indexOf('=');
            cookies.put(pair.substring(0, Math.max(equals, 0)), pair.substring(equals + 1));
        }
        return cookies;
    }

    @Override
    public String toString() {
        return "Session";
    }
}
