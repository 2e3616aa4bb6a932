package io.jenkins.plugins.securitycenter.model.resource;

import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Named;

/**
 * An organization ({@code /organization}, {@code /currentOrganization}), part of the documented API coverage.
 *
 * @param userCount the number of users; -1 if the server did not send it
 */
public record Organization(String id, String name, String description, long userCount) implements Named {

    /** The fields to request, by their API names. */
    public static final String FIELDS = "id,name,description,userCount";

    public static Organization of(Attributes attributes) {
        return new Organization(
                attributes.id("id"),
                attributes.line("name"),
                attributes.text("description"),
                attributes.number("userCount", -1));
    }
}
