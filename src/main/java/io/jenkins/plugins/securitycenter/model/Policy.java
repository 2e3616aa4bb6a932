package io.jenkins.plugins.securitycenter.model;

import java.util.Optional;

/**
 * How a scan is done ({@code /policy}).
 *
 * @param template the template that it was made from
 */
public record Policy(String id, String name, String description, Optional<Reference> template) implements Named {

    /** The fields to ask for, in the API's names. */
    public static final String FIELDS = "id,name,description,policyTemplate";

    public static Policy of(Attributes attributes) {
        return new Policy(
                attributes.id("id"),
                attributes.line("name"),
                attributes.text("description"),
                attributes.reference("policyTemplate"));
    }
}
