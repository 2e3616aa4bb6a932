package io.jenkins.plugins.securitycenter.client;

import java.net.HttpCookie;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The cookies that a login answer sets. Of several with one name only the last is alive. */
final class Cookies {

    private Cookies() {}

    /** The value for the header {@code Cookie}; empty when nothing was set. */
    static String of(List<String> setCookies) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String header : setCookies) {
            for (HttpCookie cookie : parse(header)) {
                if (cookie.hasExpired()) {
                    values.remove(cookie.getName());
                } else {
                    values.put(cookie.getName(), cookie.getValue());
                }
            }
        }
        return values.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private static List<HttpCookie> parse(String header) {
        try {
            return HttpCookie.parse(header);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
