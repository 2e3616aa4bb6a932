package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.text.Surrogates;
import io.jenkins.plugins.securitycenter.text.TextSanitizer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Formats the location of a finding. */
public final class FindingLocation {

    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://([^/?#]+)([^?#]*)", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_PATH = 1_024;
    private static final int LONGEST_NAME = 255;

    private FindingLocation() {}

    /** Returns the host for users, for example {@code web.example.com (192.0.2.1)}. */
    public static String host(Host host) {
        String label = host.label();
        return host.url().isEmpty() && !host.ip().isEmpty() && !host.ip().equals(label)
                ? label + " (" + host.ip() + ")"
                : label;
    }

    /** Returns the port for users, for example {@code 443/TCP}; empty if the finding concerns the host as a whole. */
    public static String port(Finding finding) {
        return finding.port() == 0 ? "" : finding.port() + "/" + finding.protocol();
    }

    /**
     * Returns host, port and protocol, for example {@code 192.0.2.1:443/TCP}, or the URL of a web application finding.
     */
    public static String qualified(Finding finding) {
        String port = port(finding);
        String host = finding.host().address();
        return port.isEmpty() ? host : host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
    }

    /**
     * Returns a relative URI for tools that support only files: {@code hosts/web.example.com}, or {@code
     * web/shop.example.com/cart} for the URL {@code https://shop.example.com/cart?id=1}. Long names are cut.
     */
    public static String uri(Host host) {
        Matcher web = WEB_ADDRESS.matcher(host.url());
        return web.lookingAt()
                ? "web/" + segments(TextSanitizer.cut(web.group(1) + web.group(2), LONGEST_PATH))
                : "hosts/" + segment(TextSanitizer.cut(host.label(), LONGEST_NAME));
    }

    private static String segments(String path) {
        return Arrays.stream(path.split("/"))
                .filter(part -> !part.isEmpty())
                .map(FindingLocation::segment)
                .collect(Collectors.joining("/"));
    }

    private static String segment(String name) {
        // empty segments and dots would change the path
        return name.matches("\\.{0,2}")
                ? "_"
                : URLEncoder.encode(Surrogates.wellFormed(name), StandardCharsets.UTF_8)
                        .replace("+", "%20");
    }
}
