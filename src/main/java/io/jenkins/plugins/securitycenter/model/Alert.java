package io.jenkins.plugins.securitycenter.model;

import java.time.Instant;
import java.util.Optional;

/**
 * An alert, which acts when a query finds so and so many ({@code /alert}).
 *
 * @param condition what sets it off, for example {@code sumip >= 100}; empty text when that is not told
 */
public record Alert(String id, String name, String description, String condition, Optional<Instant> lastTriggered)
        implements Named {

    /** The fields to ask for, in the API's names. */
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
