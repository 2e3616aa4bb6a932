package io.jenkins.plugins.securitycenter.model.resource;

import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Named;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import java.util.List;
import java.util.Optional;

/**
 * A freeze window, during which targets must not be scanned ({@code /freeze}, before 5.18 {@code /blackout}).
 *
 * @param active whether it is currently in effect
 * @param all whether it applies to all targets
 * @param targets the addresses to which it applies, if it names any
 * @param repository the repository to which it applies, if it names one
 */
public record Freeze(
        String id,
        String name,
        String description,
        boolean active,
        boolean all,
        List<String> targets,
        Optional<ResourceReference> repository)
        implements Named {

    /** The fields to request, by their API names. */
    public static final String FIELDS = "id,name,description,active,enabled,allIPs,ipList,repository";

    public Freeze {
        targets = List.copyOf(targets);
    }

    public static Freeze of(Attributes attributes) {
        return new Freeze(
                attributes.id("id"),
                attributes.line("name"),
                attributes.text("description"),
                attributes.flag("active") && (!attributes.has("enabled") || attributes.flag("enabled")),
                attributes.flag("allIPs"),
                attributes.list("ipList"),
                attributes.reference("repository"));
    }
}
