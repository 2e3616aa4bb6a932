package io.jenkins.plugins.securitycenter.model.resource;

import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Named;

/**
 * A report definition, from which reports are generated ({@code /reportDefinition}).
 *
 * @param type {@code pdf}, {@code csv}, {@code rtf}, {@code arf}, {@code asr} or {@code lasr}
 */
public record ReportDefinition(String id, String name, String description, String type) implements Named {

    /** The fields to request, by their API names. */
    public static final String FIELDS = "id,name,description,type";

    public static ReportDefinition of(Attributes attributes) {
        return new ReportDefinition(
                attributes.id("id"), attributes.line("name"), attributes.text("description"), attributes.text("type"));
    }
}
