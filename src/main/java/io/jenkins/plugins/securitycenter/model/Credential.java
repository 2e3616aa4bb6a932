package io.jenkins.plugins.securitycenter.model;

/**
 * What scans log in to hosts with ({@code /credential}); its secrets never leave the server.
 *
 * @param type for example {@code ssh}, {@code windows}, {@code database}
 */
public record Credential(String id, String name, String description, String type) implements Named {

    /** The fields to ask for, in the API's names. */
    public static final String FIELDS = "id,name,description,type";

    public static Credential of(Attributes attributes) {
        return new Credential(
                attributes.id("id"), attributes.line("name"), attributes.text("description"), attributes.text("type"));
    }
}
