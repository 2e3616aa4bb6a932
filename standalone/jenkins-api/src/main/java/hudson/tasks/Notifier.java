package hudson.tasks;

import hudson.ExtensionPoint;

public abstract class Notifier extends Publisher implements ExtensionPoint {
    protected Notifier() {}

    @Override
    @SuppressWarnings("rawtypes")
    public native BuildStepDescriptor getDescriptor();
}
