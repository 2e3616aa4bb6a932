package io.jenkins.plugins.securitycenter.model;

import java.util.Objects;

/** A reference of one SecurityCenter object to another: its id as text, and its name when the answer carried one. */
public record Reference(String id, String name) implements Named {

    public Reference {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
    }
}
