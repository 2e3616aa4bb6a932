package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.EnvVars;
import hudson.ExtensionPoint;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import java.io.File;
import java.io.IOException;

public abstract class Run<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends Actionable
        implements ExtensionPoint, Comparable<RunT>, AccessControlled, PersistenceRoot {
    Run() {}

    public static native @CheckForNull Run<?, ?> fromExternalizableId(String id);

    @Override
    public native int compareTo(@NonNull RunT that);

    @Override
    public native @NonNull ACL getACL();

    public native @NonNull Api getApi();

    @Override
    public native String getDisplayName();

    public native @NonNull EnvVars getEnvironment(@NonNull TaskListener listener)
            throws IOException, InterruptedException;

    public native @NonNull String getExternalizableId();

    public native @CheckForNull Executor getExecutor();

    public native String getFullDisplayName();

    public native @NonNull String getId();

    public native int getNumber();

    public native @NonNull JobT getParent();

    public native @CheckForNull RunT getPreviousBuild();

    public final native @CheckForNull RunT getPreviousCompletedBuild();

    public native @CheckForNull Result getResult();

    @Override
    public native @NonNull File getRootDir();

    public final native long getTimeInMillis();

    public final native long getStartTimeInMillis();

    public native @NonNull String getUrl();

    public native boolean isBuilding();

    @Override
    public synchronized native void save() throws IOException;

    public native void setResult(@NonNull Result r);
}
