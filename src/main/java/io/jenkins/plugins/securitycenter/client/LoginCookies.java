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

/** Reads the cookies that a login response sets. If several have the same name, the last one counts. */
final class LoginCookies {

    private static final CookieSpec SPEC = new RFC6265LaxSpec();

    /** Paths and domains are ignored, because all requests are sent to one server. */
    private static final CookieOrigin ORIGIN = new CookieOrigin("localhost", 443, "/", true);

    private LoginCookies() {}

    /** Returns the value of the {@code Cookie} header; empty if no cookie was set. */
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

    /** Parses a header; ignores its attributes if they are invalid. */
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
