package hudson.model;

import hudson.security.AccessControlled;
import hudson.security.Permission;
import hudson.security.PermissionScope;
import java.io.IOException;

public interface Item extends PersistenceRoot, ModelObject, AccessControlled {
    Permission BUILD = new Permission(null, "Build", null, null, PermissionScope.ITEM);
    Permission CANCEL = new Permission(null, "Cancel", null, null, PermissionScope.ITEM);
    Permission CONFIGURE = new Permission(null, "Configure", null, null, PermissionScope.ITEM);
    Permission EXTENDED_READ = new Permission(null, "ExtendedRead", null, null, PermissionScope.ITEM);
    Permission READ = new Permission(null, "Read", null, null, PermissionScope.ITEM);

    ItemGroup<? extends Item> getParent();

    String getName();

    String getFullName();

    @Override
    String getDisplayName();

    String getFullDisplayName();

    String getUrl();

    @Override
    void save() throws IOException;
}
