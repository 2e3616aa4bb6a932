package hudson.plugins.view.dashboard;

import hudson.ExtensionPoint;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.ModelObject;

public abstract class DashboardPortlet implements ModelObject, Describable<DashboardPortlet>, ExtensionPoint {
    public DashboardPortlet(String name) {}

    public native String getId();

    public native String getName();

    public native Dashboard getDashboard();

    @Override
    public native String getDisplayName();

    @Override
    public native Descriptor<DashboardPortlet> getDescriptor();
}
