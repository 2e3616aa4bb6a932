package io.jenkins.plugins.securitycenter.client;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.cookie.Cookie;
import org.apache.hc.client5.http.cookie.CookieOrigin;
import org.apache.hc.client5.http.cookie.CookieSpec;
import org.apache.hc.client5.http.cookie.MalformedCookieException;
import org.apache.hc.client5.http.impl.cookie.RFC6265LaxSpec;
import org.apache.hc.core5.http.message.BasicHeader;

/** The cookies that a login answer sets. Of several with one name only the last is alive. */
final class Cookies {

    private static final CookieSpec SPEC = new RFC6265LaxSpec();

    /** Paths and domains are not looked at, since all calls go to one server. */
    private static final CookieOrigin ORIGIN = new CookieOrigin("localhost", 443, "/", true);

    private Cookies() {}

    /** The value for the header {@code Cookie}; empty when nothing was set. */
    static String of(List<String> setCookies) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String header : setCookies) {
            for (Cookie cookie : parse(header)) {
                if (cookie.isExpired(Instant.now())) {
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

    /** An attribute that is not understood does not matter. */
    private static List<Cookie> parse(String header) {
        String pair = header.split(";", 2)[0];
        try {
            return read(header);
        } catch (MalformedCookieException e) {
            return pair.equals(header) ? List.of() : parse(pair);
        }
    }

    private static List<Cookie> read(String header) throws MalformedCookieException {
        return SPEC.parse(new BasicHeader("Set-Cookie", header), ORIGIN).stream()
                .filter(cookie -> cookie.getValue() != null)
                .toList();
    }
}
