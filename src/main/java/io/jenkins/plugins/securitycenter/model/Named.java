package io.jenkins.plugins.securitycenter.model;

/** A SecurityCenter object that users identify by its name, which need not be unique, or by its id, which is unique. */
public interface Named {

    /** Returns the id; empty if the server sent none. */
    String id();

    /** Returns the name that users see. */
    String name();
}
