package io.jenkins.plugins.securitycenter.client.transport;

import io.jenkins.plugins.securitycenter.text.Whitespace;
import java.net.URI;
import java.net.URISyntaxException;

/** The rules for the URL of a server, which are the same for forms, configuration files and scripts. */
public final class ServerUrl {

    private static final String EXAMPLE = "enter an address such as https://sc.example.com.";
    private static final int LAST_PORT = 65_535;

    private ServerUrl() {}

    /**
     * Parses a URL: http or https, a host, and no query or fragment. A trailing {@code /rest} or slash is removed.
     *
     * @throws IllegalArgumentException with a sentence for users that says what is wrong and what is allowed
     */
    public static URI parse(String text) {
        String trimmed = Whitespace.strip(text);
        if (trimmed.isEmpty()) {
            throw new IllegalArgumentException("URL is empty; " + EXAMPLE);
        }
        if (trimmed.contains("@")) {
            throw new IllegalArgumentException(
                    "URL must not contain a user or password; choose credentials instead, and " + EXAMPLE);
        }
        URI uri = uri(trimmed);
        if (!"https".equalsIgnoreCase(uri.getScheme()) && !"http".equalsIgnoreCase(uri.getScheme())) {
            throw wrong(trimmed, "does not start with https:// or http://");
        }
        if (uri.getHost() == null) {
            throw wrong(trimmed, "has no host, or a host with characters that are not allowed");
        }
        if (uri.getPort() == 0 || uri.getPort() > LAST_PORT) {
            throw wrong(trimmed, "has a port that is not between 1 and " + LAST_PORT);
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw wrong(trimmed, "must not have a query or fragment");
        }
        return URI.create(base(trimmed));
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw wrong(text, "is not a valid address");
        }
    }

    private static String base(String url) {
        String base = withoutSlashes(url);
        String parent = base.endsWith("/rest") ? base.substring(0, base.length() - "rest".length()) : base;
        return withoutSlashes(parent);
    }

    private static String withoutSlashes(String url) {
        int end = url.length();
        while (end > 0 && url.charAt(end - 1) == '/') {
            end--;
        }
        return url.substring(0, end);
    }

    private static IllegalArgumentException wrong(String url, String problem) {
        return new IllegalArgumentException("URL \"" + url + "\" " + problem + "; " + EXAMPLE);
    }
}
