package io.jenkins.plugins.securitycenter.model.resource;

import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Named;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import java.util.Optional;

/**
 * A scan policy ({@code /policy}).
 *
 * @param template the policy template that it is based on
 */
public record Policy(String id, String name, String description, Optional<ResourceReference> template)
        implements Named {

    /** The fields to request, by their API names. */
    public static final String FIELDS = "id,name,description,policyTemplate";

    public static Policy of(Attributes attributes) {
        return new Policy(
                attributes.id("id"),
                attributes.line("name"),
                attributes.text("description"),
                attributes.reference("policyTemplate"));
    }
}
