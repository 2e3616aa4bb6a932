package io.jenkins.plugins.securitycenter.model.resource;

import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Named;

/**
 * The permissions of users ({@code /role}). A permission that the server did not send is an empty string.
 *
 * @param scans {@code full}, {@code policy} (only with given policies) or {@code none}
 * @param agentScans {@code true} or {@code false}
 * @param uploads {@code true} or {@code false}: whether scan results can be imported
 */
public record Role(String id, String name, String description, String scans, String agentScans, String uploads)
        implements Named {

    /** The fields to request, by their API names. */
    public static final String FIELDS = "id,name,description,permScan,permAgentsScan,permUploadNessusResults";

    public static Role of(Attributes attributes) {
        return new Role(
                attributes.id("id"),
                attributes.line("name"),
                attributes.text("description"),
                attributes.text("permScan"),
                attributes.text("permAgentsScan"),
                attributes.text("permUploadNessusResults"));
    }
}
