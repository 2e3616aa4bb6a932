package io.jenkins.plugins.securitycenter.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A plugin of the scanners as the server's list of them describes it ({@code /plugin}); what findings say of theirs is
 * {@link Plugin}.
 *
 * @param type for example {@code active}, {@code passive}, {@code compliance}
 * @param riskFactor in words, for example {@code High}
 */
public record Check(
        String id,
        String name,
        String description,
        String type,
        Optional<Reference> family,
        String riskFactor,
        String solution,
        Optional<Instant> modified)
        implements Named {

    /** The fields to ask for, in the API's names. */
    public static final String FIELDS = "id,name,description,type,family,riskFactor,solution,pluginModDate";

    public static Check of(Attributes attributes) {
        return new Check(
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
