package hudson.tasks;

import hudson.ExtensionPoint;
import io.jenkins.plugins.securitycenter.standalone.Declared;

public abstract class Recorder extends Publisher implements ExtensionPoint {
    protected Recorder() {}

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public BuildStepDescriptor getDescriptor() {
        return Declared.only();
    }
}
