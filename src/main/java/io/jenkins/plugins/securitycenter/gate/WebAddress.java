package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.model.Finding;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a web application is, as far as its URL says so.
 *
 * @param host an address without brackets, or a name, which may not be valid; empty if unknown
 * @param port that of the scheme if the URL names none; empty if unknown
 */
record WebAddress(String host, OptionalInt port) {

    private static final WebAddress UNKNOWN = new WebAddress("", OptionalInt.empty());

    /** A host may have an underscore, and the rest of a URL characters that {@link java.net.URI} refuses. */
    private static final Pattern ORIGIN = Pattern.compile("\\A([A-Za-z][A-Za-z0-9+.-]*+)://(?:[^/?#@]*+@)?"
            + "(?:\\[([^\\]/?#@]++)\\]|([^/?#@:\\[\\]]++))(?::(\\d{0,5}))?(?=[/?#]|$)");

    static WebAddress of(String url) {
        Matcher origin = ORIGIN.matcher(url.strip());
        if (!origin.lookingAt()) {
            return UNKNOWN;
        }
        String host = origin.group(2) == null ? origin.group(3) : origin.group(2);
        String port = origin.group(4) == null ? "" : origin.group(4);
        return new WebAddress(host, port.isEmpty() ? usual(origin.group(1)) : named(Integer.parseInt(port)));
    }

    private static OptionalInt named(int port) {
        return port <= Finding.MOST_PORTS ? OptionalInt.of(port) : OptionalInt.empty();
    }

    private static OptionalInt usual(String scheme) {
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "http" -> OptionalInt.of(80);
            case "https" -> OptionalInt.of(443);
            default -> OptionalInt.empty();
        };
    }
}
