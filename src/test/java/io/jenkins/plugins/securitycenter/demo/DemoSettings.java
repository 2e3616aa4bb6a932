package io.jenkins.plugins.securitycenter.demo;

import io.jenkins.plugins.securitycenter.client.transport.CertificateParser;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import io.jenkins.plugins.securitycenter.client.transport.ServerUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** What the demonstration was told, by properties and by the environment; secrets come from the latter only. */
final class DemoSettings {

    private static final int DEFAULT_FINDINGS = 500;
    private static final int MOST_FINDINGS = 1_000_000;

    private final Properties properties;
    private final Map<String, String> environment;

    DemoSettings(Properties properties, Map<String, String> environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /** Whether a real server was named. */
    boolean realServer() {
        return !property("url").isEmpty();
    }

    Endpoint endpoint() {
        Endpoint plain = Endpoint.of("server", ServerUrl.parse(property("url")));
        return property("certificates").isEmpty()
                ? plain
                : new Endpoint(
                        plain.name(),
                        plain.url(),
                        CertificateParser.parse(pem()),
                        plain.timeouts(),
                        plain.sessionLimit(),
                        plain.proxy());
    }

    private String pem() {
        Path file = Path.of(property("certificates"));
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "securitycenter.certificates: the file " + file + " cannot be read; a PEM file is needed.", e);
        }
    }

    Login login() {
        Optional<Login> keys = pair("SECURITYCENTER_ACCESS_KEY", "SECURITYCENTER_SECRET_KEY")
                .map(pair -> new Login.ApiKeys(pair[0], pair[1]));
        return keys.or(() -> pair("SECURITYCENTER_USER", "SECURITYCENTER_PASSWORD")
                        .map(pair -> new Login.Password(pair[0], pair[1])))
                .orElseThrow(() -> new IllegalArgumentException(
                        "No account is given; set the environment variables SECURITYCENTER_ACCESS_KEY and"
                                + " SECURITYCENTER_SECRET_KEY, or SECURITYCENTER_USER and SECURITYCENTER_PASSWORD."));
    }

    private Optional<String[]> pair(String first, String second) {
        String one = environment.getOrDefault(first, "");
        String other = environment.getOrDefault(second, "");
        if (one.isEmpty() != other.isEmpty()) {
            throw new IllegalArgumentException(
                    "Of the environment variables " + first + " and " + second + " only one is set; both are needed.");
        }
        return one.isEmpty() ? Optional.empty() : Optional.of(new String[] {one, other});
    }

    String scan() {
        String scan = property("scan");
        if (scan.isEmpty()) {
            throw new IllegalArgumentException(
                    "No scan is given; set -Dsecuritycenter.scan to the name or ID of a scan that may be launched.");
        }
        return scan;
    }

    /** The number of findings of the simulator. */
    int findings() {
        String text = property("findings");
        if (text.isEmpty()) {
            return DEFAULT_FINDINGS;
        }
        if (!text.matches("\\d{1,7}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_FINDINGS) {
            throw new IllegalArgumentException(
                    "securitycenter.findings \"" + text + "\" is wrong; allowed are 1 to " + MOST_FINDINGS + ".");
        }
        return Integer.parseInt(text);
    }

    Path output() {
        return Path.of(properties.getProperty("securitycenter.output", "target/demo"))
                .toAbsolutePath()
                .normalize();
    }

    private String property(String name) {
        return properties.getProperty("securitycenter." + name, "").trim();
    }
}
