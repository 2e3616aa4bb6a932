package io.jenkins.plugins.securitycenter.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Builds findings for tests; what a test does not set has a plain value. */
public final class SampleFinding {

    private Plugin plugin = new Plugin(
            "10107",
            "HTTP Server Type",
            "Web Servers",
            "A web server runs.",
            "It tells its type.",
            "Hide it.",
            List.of("CVE-2020-0001"),
            List.of("https://example.com/a"),
            Plugin.CheckType.REMOTE,
            List.of(),
            Optional.empty());
    private Severity severity = Severity.HIGH;
    private Host host = new Host("192.0.2.1", "", "web.example.com", "", "", "repositoryID,ip,dnsName");
    private int port = 443;
    private String protocol = "TCP";
    private Risk risk = new Risk(
            false, OptionalDouble.of(7.5), 3, OptionalDouble.of(6.1), OptionalDouble.empty(), false, "", false);
    private ResourceReference repository = new ResourceReference("4", "Outside");
    private String output = "Apache";
    private Optional<Instant> firstSeen = Optional.of(Instant.ofEpochSecond(1545074182));

    public static SampleFinding finding() {
        return new SampleFinding();
    }

    public SampleFinding plugin(Plugin plugin) {
        this.plugin = plugin;
        return this;
    }

    /** Another plugin id, with the same texts. */
    public SampleFinding plugin(String id) {
        return plugin(id, Plugin.CheckType.REMOTE);
    }

    /** Another plugin id that checks in that way, with the same texts. */
    public SampleFinding plugin(String id, Plugin.CheckType type) {
        return plugin(new Plugin(
                id,
                plugin.name(),
                plugin.family(),
                plugin.synopsis(),
                plugin.description(),
                plugin.solution(),
                plugin.cves(),
                plugin.seeAlso(),
                type,
                List.of(),
                Optional.empty()));
    }

    public SampleFinding severity(Severity severity) {
        this.severity = severity;
        return this;
    }

    public SampleFinding host(Host host) {
        this.host = host;
        return this;
    }

    /** A host of that address, without a name. */
    public SampleFinding ip(String ip) {
        return host(new Host(ip, "", "", "", "", "repositoryID,ip,dnsName"));
    }

    public SampleFinding port(int port) {
        this.port = port;
        return this;
    }

    public SampleFinding protocol(String protocol) {
        this.protocol = protocol;
        return this;
    }

    public SampleFinding risk(Risk risk) {
        this.risk = risk;
        return this;
    }

    public SampleFinding repository(String id, String name) {
        repository = new ResourceReference(id, name);
        return this;
    }

    public SampleFinding output(String output) {
        this.output = output;
        return this;
    }

    /** @param time null if it is unknown */
    public SampleFinding firstSeen(Instant time) {
        this.firstSeen = Optional.ofNullable(time);
        return this;
    }

    public Finding build() {
        return new Finding(
                plugin,
                severity,
                host,
                port,
                host.url().isEmpty() ? protocol : "",
                repository,
                risk,
                firstSeen,
                Optional.of(Instant.ofEpochSecond(1545160582)),
                output);
    }
}
