package io.jenkins.plugins.securitycenter.model.resource;

import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Named;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.model.ScanTarget;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A rule that accepts a risk ({@code /acceptRiskRule}) or changes the severity of findings ({@code /recastRiskRule}),
 * part of the documented API coverage.
 *
 * @param plugin the plugin whose findings it applies to
 * @param hosts the hosts it applies to
 * @param port a number or {@code any}
 * @param protocol for example {@code TCP}, or {@code any}
 * @param newSeverity the new severity of a recast rule
 * @param expires when the rule expires; empty if it never does
 */
public record RiskRule(
        String id,
        Optional<ResourceReference> plugin,
        Optional<ResourceReference> repository,
        Hosts hosts,
        String port,
        String protocol,
        Optional<Severity> newSeverity,
        Optional<Instant> expires,
        String comments)
        implements Named {

    /** The fields to request, by their API names; recast rules have {@code newSeverity} in addition. */
    public static final String FIELDS = "id,plugin,repository,hostType,hostValue,port,protocol,expires,comments";

    private static final String ANY = "any";
    private static final Pattern PROTOCOL = Pattern.compile("(?i)TCP|UDP|ICMP|\\d+");
    /** In canonical spelling. */
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{32}");

    /**
     * The hosts that a rule applies to.
     *
     * @param type {@code all}, {@code ip}, {@code asset} or {@code uuid}
     * @param value addresses, or the id of the asset list
     * @param name the name of the asset list; empty for other types, and if the server did not send it
     */
    public record Hosts(String type, String value, String name) {

        static Hosts of(Attributes attributes) {
            String type = attributes.text("hostType");
            return attributes.json("hostValue").isObject()
                    ? of(type, attributes.reference("hostValue").orElse(new ResourceReference("", "")))
                    : new Hosts(type, String.join(",", attributes.list("hostValue")), "");
        }

        private static Hosts of(String type, ResourceReference asset) {
            return new Hosts(type, asset.id(), asset.name());
        }
    }

    public static RiskRule of(Attributes attributes) {
        return new RiskRule(
                attributes.id("id"),
                attributes.reference("plugin"),
                attributes.reference("repository"),
                Hosts.of(attributes),
                attributes.text("port"),
                protocol(attributes),
                severity(attributes),
                attributes.exact().time("expires"),
                attributes.text("comments"));
    }

    /**
     * Returns whether the rule applies to the finding at that time. What cannot be determined, such as the hosts of an
     * asset list, does not limit the rule.
     */
    public boolean appliesTo(Finding finding, Instant now) {
        return plugin.map(ResourceReference::id)
                        .equals(Optional.of(finding.plugin().id()))
                && (expires.isEmpty() || expires.get().isAfter(now))
                && repository
                        .map(ResourceReference::id)
                        .filter(id -> !id.equals(finding.repository().id()))
                        .isEmpty()
                && (!port.matches("\\d+") || port.equals(Integer.toString(finding.port())))
                && (!PROTOCOL.matcher(protocol).matches()
                        || finding.protocol().isEmpty()
                        || protocol.equalsIgnoreCase(finding.protocol()))
                && switch (hosts.type()) {
                    case "ip" ->
                        ScanTarget.contains(hosts.value(), finding.host().ip());
                    case "uuid" -> mayContain(hosts.value(), finding.host());
                    default -> true;
                };
    }

    /** Returns whether one of the UUIDs may be that of the host, for which newer servers have a second one. */
    private static boolean mayContain(String uuids, Host host) {
        String own = host.canonical().uuid();
        return !host.uuidField().equals("uuid")
                || !UUID.matcher(own).matches()
                || Stream.of(uuids.split(","))
                        .map(uuid ->
                                new Host("", uuid, "", "", "", "").canonical().uuid())
                        .anyMatch(
                                uuid -> uuid.equals(own) || !UUID.matcher(uuid).matches());
    }

    /** Returns the name of the plugin, otherwise its id; rules have no names. */
    @Override
    public String name() {
        return plugin.map(known -> known.name().isEmpty() ? known.id() : known.name())
                .orElse("");
    }

    private static String protocol(Attributes attributes) {
        String protocol = attributes.exact().protocol("protocol");
        return protocol.equalsIgnoreCase(ANY) ? ANY : protocol;
    }

    private static Optional<Severity> severity(Attributes attributes) {
        return attributes.reference("newSeverity").isPresent()
                ? Optional.of(attributes.exact().severity("newSeverity"))
                : Optional.empty();
    }
}
