package io.jenkins.plugins.securitycenter.model.resource;

import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Named;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import java.util.Optional;

/**
 * A ticket ({@code /ticket}), part of the documented API coverage.
 *
 * @param status for example {@code Assigned}, {@code Resolved} or {@code Closed}
 * @param classification for example {@code Patch} or {@code Configuration}
 */
public record Ticket(
        String id,
        String name,
        String description,
        String status,
        String classification,
        Optional<ResourceReference> assignee)
        implements Named {

    /** The fields to request, by their API names. */
    public static final String FIELDS = "id,name,description,status,classification,assignee";

    public static Ticket of(Attributes attributes) {
        return new Ticket(
                attributes.id("id"),
                attributes.line("name"),
                attributes.text("description"),
                attributes.line("status"),
                attributes.text("classification"),
                attributes.reference("assignee"));
    }
}
