package hudson.model;

import hudson.ExtensionPoint;
import hudson.security.Permission;
import org.kohsuke.stapler.StaplerProxy;

public abstract class AdministrativeMonitor extends AbstractModelObject implements ExtensionPoint, StaplerProxy {
    public final String id = null;

    protected AdministrativeMonitor(String id) {}

    protected AdministrativeMonitor() {}

    public native String getUrl();

    @Override
    public native String getDisplayName();

    public abstract boolean isActivated();

    public native Permission getRequiredPermission();

    @Override
    public native Object getTarget();
}
