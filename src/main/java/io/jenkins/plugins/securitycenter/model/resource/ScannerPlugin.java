package io.jenkins.plugins.securitycenter.model.resource;

import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Named;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import java.time.Instant;
import java.util.Optional;

/**
 * A scanner plugin as listed by the server ({@code /plugin}), part of the documented API coverage. {@link Plugin} is
 * the
 * plugin as described in a finding.
 *
 * @param type for example {@code active}, {@code passive} or {@code compliance}
 * @param riskFactor the risk factor in words, for example {@code High}
 */
public record ScannerPlugin(
        String id,
        String name,
        String description,
        String type,
        Optional<ResourceReference> family,
        String riskFactor,
        String solution,
        Optional<Instant> modified)
        implements Named {

    /** The fields to request, by their API names. */
    public static final String FIELDS = "id,name,description,type,family,riskFactor,solution,pluginModDate";

    public static ScannerPlugin of(Attributes attributes) {
        return new ScannerPlugin(
                attributes.id("id"),
                attributes.text("name"),
                attributes.text("description"),
                attributes.text("type"),
                attributes.reference("family"),
                attributes.text("riskFactor"),
                attributes.text("solution"),
                attributes.time("pluginModDate"));
    }
}
