package io.jenkins.plugins.securitycenter.model.resource;

import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Named;

/**
 * A repository, which stores findings ({@code /repository}).
 *
 * @param type {@code Local}, {@code Remote} or {@code Offline}
 * @param dataFormat {@code IPv4}, {@code IPv6}, {@code agent}, {@code mobile} or {@code universal}
 */
public record Repository(String id, String name, String description, String type, String dataFormat) implements Named {

    /** The fields to request, by their API names. */
    public static final String FIELDS = "id,name,description,type,dataFormat";

    public static Repository of(Attributes attributes) {
        return new Repository(
                attributes.id("id"),
                attributes.line("name"),
                attributes.text("description"),
                attributes.text("type"),
                attributes.text("dataFormat"));
    }
}
