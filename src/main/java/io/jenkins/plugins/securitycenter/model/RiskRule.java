package io.jenkins.plugins.securitycenter.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A rule that accepts a risk ({@code /acceptRiskRule}) or gives findings another severity ({@code /recastRiskRule}).
 *
 * @param plugin the check whose findings it is about
 * @param hosts which hosts it is about
 * @param port a number or {@code any}
 * @param newSeverity of a recast rule
 */
public record RiskRule(
        String id,
        Optional<Reference> plugin,
        Optional<Reference> repository,
        Hosts hosts,
        String port,
        Optional<Severity> newSeverity,
        Optional<Instant> expires,
        String comments)
        implements Named {

    /** The fields to ask for, in the API's names; those of recast rules have {@code newSeverity} beside them. */
    public static final String FIELDS = "id,plugin,repository,hostType,hostValue,port,protocol,expires,comments";

    /**
     * Which hosts.
     *
     * @param type {@code all}, {@code ip}, {@code asset} or {@code uuid}
     * @param value addresses, or the id of the asset list
     */
    public record Hosts(String type, String value) {

        static Hosts of(Attributes attributes) {
            String asset = attributes.object("hostValue").text("id");
            return new Hosts(attributes.text("hostType"), asset.isEmpty() ? attributes.text("hostValue") : asset);
        }
    }

    public static RiskRule of(Attributes attributes) {
        return new RiskRule(
                attributes.text("id"),
                attributes.reference("plugin"),
                attributes.reference("repository"),
                Hosts.of(attributes),
                attributes.text("port"),
                severity(attributes),
                attributes.time("expires"),
                attributes.text("comments"));
    }

    /** The name of the plugin, or else its id: rules have no names of their own. */
    @Override
    public String name() {
        return plugin.map(known -> known.name().isEmpty() ? known.id() : known.name())
                .orElse("");
    }

    private static Optional<Severity> severity(Attributes attributes) {
        long id = attributes.object("newSeverity").number("id", -1);
        return Severity.ofId(id >= 0 ? id : attributes.number("newSeverity", -1));
    }
}
