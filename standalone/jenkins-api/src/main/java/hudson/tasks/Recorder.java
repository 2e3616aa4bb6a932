package hudson.tasks;

import hudson.ExtensionPoint;

public abstract class Recorder extends Publisher implements ExtensionPoint {
    protected Recorder() {}

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public BuildStepDescriptor getDescriptor() {
        throw new UnsupportedOperationException();
    }
}
