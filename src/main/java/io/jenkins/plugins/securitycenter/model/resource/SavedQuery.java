package io.jenkins.plugins.securitycenter.model.resource;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Named;
import java.util.List;

/**
 * A saved query ({@code /query}), part of the documented API coverage.
 *
 * @param tool for example {@code vulndetails}
 * @param type for example {@code vuln}
 */
public record SavedQuery(String id, String name, String description, String tool, String type, List<Filter> filters)
        implements Named {

    /** The fields to request, by their API names. */
    public static final String FIELDS = "id,name,description,tool,type,filters";

    /** One filter of a query. The value is a string, an object or an array, depending on the filter. */
    public record Filter(String name, String operator, JsonNode value) {

        static Filter of(Attributes attributes) {
            return new Filter(attributes.text("filterName"), attributes.text("operator"), attributes.json("value"));
        }
    }

    public SavedQuery {
        filters = List.copyOf(filters);
    }

    public static SavedQuery of(Attributes attributes) {
        return new SavedQuery(
                attributes.id("id"),
                attributes.line("name"),
                attributes.text("description"),
                attributes.text("tool"),
                attributes.text("type"),
                attributes.objects("filters").stream().map(Filter::of).toList());
    }
}
