package jenkins.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.ProxyConfiguration;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.TopLevelItem;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import hudson.security.PermissionScope;
import io.jenkins.plugins.securitycenter.standalone.Declared;
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

    public static @NonNull Jenkins get() throws IllegalStateException {
        return Declared.only();
    }

    public static @CheckForNull Jenkins getInstanceOrNull() {
        return null;
    }

    public static @NonNull Authentication getAuthentication2() {
        return Declared.only();
    }

    @Override
    public @NonNull ACL getACL() {
        return Declared.only();
    }

    @SuppressWarnings("rawtypes")
    public <T extends Descriptor> T getDescriptorByType(Class<T> type) {
        return Declared.only();
    }

    @Override
    public String getDisplayName() {
        return Declared.only();
    }

    @Override
    public String getFullName() {
        return Declared.only();
    }

    @Override
    public String getFullDisplayName() {
        return Declared.only();
    }

    @Override
    public TopLevelItem getItem(String name) {
        return Declared.only();
    }

    public @CheckForNull Item getItemByFullName(String fullName) {
        return Declared.only();
    }

    public @CheckForNull <T extends Item> T getItemByFullName(@NonNull String fullName, Class<T> type) {
        return Declared.only();
    }

    public final <T extends Item> T getItem(String pathName, Item context, Class<T> type) {
        return Declared.only();
    }

    @Override
    public List<TopLevelItem> getItems() {
        return Declared.only();
    }

    @Override
    public File getRootDir() {
        return Declared.only();
    }

    public @Nullable String getRootUrl() throws IllegalStateException {
        return Declared.only();
    }

    @Override
    public String getUrl() {
        return Declared.only();
    }

    @Override
    public synchronized void save() throws IOException {
        Declared.only();
    }
}
