package io.jenkins.plugins.securitycenter.model.resource;

import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Named;

/**
 * Credentials with which scans log in to hosts ({@code /credential}); the server never sends their secrets.
 *
 * @param type for example {@code ssh}, {@code windows} or {@code database}
 */
public record Credential(String id, String name, String description, String type) implements Named {

    /** The fields to request, by their API names. */
    public static final String FIELDS = "id,name,description,type";

    public static Credential of(Attributes attributes) {
        return new Credential(
                attributes.id("id"), attributes.line("name"), attributes.text("description"), attributes.text("type"));
    }
}
