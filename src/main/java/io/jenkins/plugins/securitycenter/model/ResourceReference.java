package io.jenkins.plugins.securitycenter.model;

import java.util.Objects;

/** A reference from one SecurityCenter object to another: its id, and its name if the response contained one. */
public record ResourceReference(String id, String name) implements Named {

    public ResourceReference {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
    }
}
