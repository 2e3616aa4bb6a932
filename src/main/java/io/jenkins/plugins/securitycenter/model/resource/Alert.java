package io.jenkins.plugins.securitycenter.model.resource;

import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Named;
import java.time.Instant;
import java.util.Optional;

/**
 * An alert, which triggers an action when a query matches a given number of results ({@code /alert}). Part of the
 * documented API coverage.
 *
 * @param condition the trigger condition, for example {@code sumip >= 100}; empty if the server did not send it
 */
public record Alert(String id, String name, String description, String condition, Optional<Instant> lastTriggered)
        implements Named {

    /** The fields to request, by their API names. */
    public static final String FIELDS = "id,name,description,triggerName,triggerOperator,triggerValue,lastTriggered";

    public static Alert of(Attributes attributes) {
        return new Alert(
                attributes.id("id"),
                attributes.line("name"),
                attributes.text("description"),
                (attributes.text("triggerName") + " " + attributes.text("triggerOperator") + " "
                                + attributes.text("triggerValue"))
                        .trim(),
                attributes.time("lastTriggered"));
    }
}
