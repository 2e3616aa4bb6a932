package io.jenkins.plugins.securitycenter.model.resource;

import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Named;

/**
 * A scanner ({@code /scanner}), part of the documented API coverage.
 *
 * @param status a bit mask; 1 means that the scanner works
 */
public record Scanner(String id, String name, String description, long status, boolean agentCapable) implements Named {

    /** The fields to request, by their API names. */
    public static final String FIELDS = "id,name,description,status,agentCapable";

    public static Scanner of(Attributes attributes) {
        return new Scanner(
                attributes.id("id"),
                attributes.line("name"),
                attributes.text("description"),
                attributes.number("status", 0),
                attributes.flag("agentCapable"));
    }
}
