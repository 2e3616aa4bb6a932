package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.EnvVars;
import hudson.ExtensionPoint;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import io.jenkins.plugins.securitycenter.standalone.Declared;
import java.io.File;
import java.io.IOException;

public abstract class Run<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends Actionable
        implements ExtensionPoint, Comparable<RunT>, AccessControlled, PersistenceRoot {
    Run() {}

    public static @CheckForNull Run<?, ?> fromExternalizableId(String id) {
        return Declared.only();
    }

    @Override
    public int compareTo(@NonNull RunT that) {
        return Declared.<Integer>only();
    }

    @Override
    public @NonNull ACL getACL() {
        return Declared.only();
    }

    public @NonNull Api getApi() {
        return Declared.only();
    }

    @Override
    public String getDisplayName() {
        return Declared.only();
    }

    public @NonNull EnvVars getEnvironment(@NonNull TaskListener listener) throws IOException, InterruptedException {
        return Declared.only();
    }

    public @NonNull String getExternalizableId() {
        return Declared.only();
    }

    public String getFullDisplayName() {
        return Declared.only();
    }

    public @NonNull String getId() {
        return Declared.only();
    }

    public int getNumber() {
        return Declared.<Integer>only();
    }

    public @NonNull JobT getParent() {
        return Declared.only();
    }

    public @CheckForNull RunT getPreviousBuild() {
        return Declared.only();
    }

    public final @CheckForNull RunT getPreviousCompletedBuild() {
        return Declared.only();
    }

    public @CheckForNull Result getResult() {
        return Declared.only();
    }

    @Override
    public @NonNull File getRootDir() {
        return Declared.only();
    }

    public final long getTimeInMillis() {
        return Declared.<Long>only();
    }

    public @NonNull String getUrl() {
        return Declared.only();
    }

    public boolean isBuilding() {
        return Declared.<Boolean>only();
    }

    @Override
    public synchronized void save() throws IOException {
        Declared.only();
    }

    public void setResult(@NonNull Result r) {
        Declared.only();
    }
}
