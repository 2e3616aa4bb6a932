package io.jenkins.plugins.securitycenter.model.resource;

import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Named;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import java.util.Optional;

/**
 * A user ({@code /user}), part of the documented API coverage.
 *
 * @param name the login name
 */
public record User(
        String id,
        String name,
        String firstName,
        String lastName,
        String email,
        Optional<ResourceReference> role,
        Optional<ResourceReference> group,
        boolean locked)
        implements Named {

    /** The fields to request, by their API names. */
    public static final String FIELDS = "id,username,firstname,lastname,email,role,group,locked";

    public static User of(Attributes attributes) {
        return new User(
                attributes.id("id"),
                attributes.line("username"),
                attributes.text("firstname"),
                attributes.text("lastname"),
                attributes.text("email"),
                attributes.reference("role"),
                attributes.reference("group"),
                attributes.flag("locked"));
    }
}
