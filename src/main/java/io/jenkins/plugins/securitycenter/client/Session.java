package io.jenkins.plugins.securitycenter.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The credentials of a session; both are secrets.
 *
 * @param token the value of the header {@code X-SecurityCenter}
 * @param cookie the value of the header {@code Cookie}; empty if the server set none
 */
public record Session(String token, String cookie) {

    /** SecurityCenter's own cookie, which is secret regardless of its length. */
    private static final String SESSION_COOKIE = "TNS_SESSIONID";

    /** Shorter values of other cookies are settings, such as a load balancer node or a language. */
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

    /**
     * Returns the non-empty strings that must not be shown: the token, the cookie header and the secret cookie values.
     */
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

    /**
     * Returns the names of the cookies whose values {@link #secrets} omits, because masking them would mask unrelated
     * text.
     */
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
