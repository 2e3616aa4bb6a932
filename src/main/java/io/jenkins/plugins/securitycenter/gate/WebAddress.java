package io.jenkins.plugins.securitycenter.gate;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a web application is, as far as its URL says so.
 *
 * @param host an address without brackets, or a name; empty if unknown
 * @param port that of the scheme if the URL names none; empty if unknown
 */
record WebAddress(String host, OptionalInt port) {

    private static final WebAddress UNKNOWN = new WebAddress("", OptionalInt.empty());

    /** The rest of a URL may have characters that {@link URI} refuses. */
    private static final Pattern ORIGIN = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://[^/?#]*");

    static WebAddress of(String url) {
        Matcher origin = ORIGIN.matcher(url.strip());
        if (!origin.lookingAt()) {
            return UNKNOWN;
        }
        try {
            URI address = URI.create(origin.group());
            String host = Objects.requireNonNullElse(address.getHost(), "");
            return new WebAddress(
                    host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                    host.isEmpty() ? OptionalInt.empty() : port(address.getPort(), origin.group(1)));
        } catch (IllegalArgumentException e) {
            return UNKNOWN;
        }
    }

    private static OptionalInt port(int named, String scheme) {
        if (named >= 0) {
            return OptionalInt.of(named);
        }
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "http" -> OptionalInt.of(80);
            case "https" -> OptionalInt.of(443);
            default -> OptionalInt.empty();
        };
    }
}
