package io.jenkins.plugins.securitycenter.model;

/** An object of SecurityCenter that users know by its name, which need not be unique, or by its id, which is. */
public interface Named {

    /** The id as text; empty when the server sent none. */
    String id();

    /** What users call it. */
    String name();
}
