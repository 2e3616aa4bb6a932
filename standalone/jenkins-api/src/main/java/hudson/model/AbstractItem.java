package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.security.ACL;
import java.io.File;
import java.io.IOException;

public abstract class AbstractItem extends Actionable implements Item {
    AbstractItem() {}

    @Override
    public native String getName();

    @Override
    public native String getDisplayName();

    @Override
    public native File getRootDir();

    @Override
    @SuppressWarnings("rawtypes")
    public native @NonNull ItemGroup getParent();

    @Override
    public final native String getFullName();

    @Override
    public final native String getFullDisplayName();

    @Override
    public final native String getUrl();

    @Override
    public native @NonNull ACL getACL();

    @Override
    public synchronized native void save() throws IOException;
}
