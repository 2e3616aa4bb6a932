package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The host and port, or the web address, of a finding as an endpoint of DefectDojo, which accepts only valid ones. */
record DefectDojoEndpoint(SafeJsonGenerator json, Finding finding) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{1,252}");
    private static final Pattern GROUPS = Pattern.compile("[0-9A-Fa-f]{1,4}(:[0-9A-Fa-f]{1,4}){7}");
    private static final int LONGEST_PATH = 500;

    /** Writes the endpoint, if there is a valid one. */
    void write() throws IOException {
        Host host = finding.host();
        Optional<URI> web = web(host.url());
        Optional<String> name = web.map(URI::getHost)
                .or(() -> Stream.of(host.dnsName(), host.canonical().ip())
                        .filter(DefectDojoEndpoint::valid)
                        .findFirst());
        if (name.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("endpoints");
        json.writeStartObject();
        json.writeStringField("host", name.get());
        if (web.isPresent()) {
            write(web.get());
        } else if (finding.port() > 0) {
            json.writeNumberField("port", finding.port());
        }
        json.writeEndObject();
        json.writeEndArray();
    }

    private void write(URI web) throws IOException {
        json.writeStringField("protocol", web.getScheme());
        if (web.getPort() > 0 && web.getPort() <= Finding.MOST_PORTS) {
            json.writeNumberField("port", web.getPort());
        }
        writePart("path", Objects.toString(web.getRawPath(), "").replaceFirst("^/+", ""));
        writePart("query", web.getRawQuery());
        writePart("fragment", web.getRawFragment());
    }

    private void writePart(String name, String part) throws IOException {
        if (part != null && part.length() <= LONGEST_PATH) {
            json.writeText(name, part);
        }
    }

    /** Returns the web address without user information; empty if it is none. */
    private static Optional<URI> web(String url) {
        try {
            URI address = new URI(url);
            String host = Objects.toString(address.getHost(), "");
            String scheme = Objects.toString(address.getScheme(), "");
            return valid(host) && scheme.matches("(?i)https?") ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean valid(String host) {
        return NAME.matcher(host).matches() || GROUPS.matcher(host).matches();
    }
}
