package hudson.tasks;

import hudson.ExtensionPoint;

public abstract class Recorder extends Publisher implements ExtensionPoint {
    protected Recorder() {}

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public native BuildStepDescriptor getDescriptor();
}
