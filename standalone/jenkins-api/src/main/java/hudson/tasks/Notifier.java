package hudson.tasks;

import hudson.ExtensionPoint;
import io.jenkins.plugins.securitycenter.standalone.Declared;

public abstract class Notifier extends Publisher implements ExtensionPoint {
    protected Notifier() {}

    @Override
    @SuppressWarnings("rawtypes")
    public BuildStepDescriptor getDescriptor() {
        return Declared.only();
    }
}
