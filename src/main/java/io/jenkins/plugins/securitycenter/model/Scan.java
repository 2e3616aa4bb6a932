package io.jenkins.plugins.securitycenter.model;

import java.util.Optional;

/** An active scan definition ({@code /scan}). */
public record Scan(String id, String name, Optional<ResourceReference> repository, Optional<ResourceReference> policy)
        implements Named {

    /** The fields to request, by their API names. */
    public static final String FIELDS = "id,name,repository,policy";

    public static Scan of(Attributes attributes) {
        return new Scan(
                attributes.id("id"),
                attributes.line("name"),
                attributes.reference("repository"),
                attributes.reference("policy"));
    }
}
