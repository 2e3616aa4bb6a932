package jenkins.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.ProxyConfiguration;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.TopLevelItem;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import hudson.security.PermissionScope;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.springframework.security.core.Authentication;

public class Jenkins implements ItemGroup<TopLevelItem>, AccessControlled {
    public static final Permission ADMINISTER = new Permission(null, "Administer", null, null, PermissionScope.JENKINS);
    public static final Permission READ = new Permission(null, "Read", null, null, PermissionScope.JENKINS);
    public static final Permission SYSTEM_READ =
            new Permission(null, "SystemRead", null, null, PermissionScope.JENKINS);
    public transient volatile ProxyConfiguration proxy;

    private Jenkins() {}

    public static native @NonNull Jenkins get() throws IllegalStateException;

    public static @CheckForNull Jenkins getInstanceOrNull() {
        return null;
    }

    public static native @NonNull Authentication getAuthentication2();

    @Override
    public native @NonNull ACL getACL();

    @SuppressWarnings("rawtypes")
    public native @NonNull String getLegacyInstanceId();

    public native <T extends Descriptor> T getDescriptorByType(Class<T> type);

    public native @NonNull Descriptor getDescriptorOrDie(Class<? extends Describable> type);

    @Override
    public native String getDisplayName();

    @Override
    public native String getFullName();

    @Override
    public native String getFullDisplayName();

    @Override
    public native TopLevelItem getItem(String name);

    public native @CheckForNull Item getItemByFullName(String fullName);

    public native @CheckForNull <T extends Item> T getItemByFullName(@NonNull String fullName, Class<T> type);

    public final native <T extends Item> T getItem(String pathName, Item context, Class<T> type);

    @Override
    public native List<TopLevelItem> getItems();

    @Override
    public native File getRootDir();

    public native @Nullable String getRootUrl() throws IllegalStateException;

    @Override
    public native String getUrl();

    @Override
    public synchronized native void save() throws IOException;
}
