package io.jenkins.plugins.securitycenter.model;

/**
 * What users may do ({@code /role}). Rights that the server does not tell are empty texts.
 *
 * @param scans {@code full}, {@code policy} (only with given policies) or {@code none}
 * @param agentScans {@code true} or {@code false}
 * @param uploads {@code true} or {@code false}: whether results may be imported
 */
public record Role(String id, String name, String description, String scans, String agentScans, String uploads)
        implements Named {

    /** The fields to ask for, in the API's names. */
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
