package com.cloudbees.jenkins.support.api;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.security.Permission;
import java.util.Set;

public abstract class Component implements ExtensionPoint {
    public abstract @NonNull Set<Permission> getRequiredPermissions();

    public abstract @NonNull String getDisplayName();

    public abstract void addContents(@NonNull Container container);

    public native @NonNull ComponentCategory getCategory();

    public enum ComponentCategory {
        AGENT,
        BUILDS,
        CONTROLLER,
        LOGS,
        MISC,
        PLATFORM,
        UNCATEGORIZED
    }
}
