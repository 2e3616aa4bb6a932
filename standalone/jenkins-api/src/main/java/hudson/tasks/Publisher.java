package hudson.tasks;

import hudson.model.Describable;
import hudson.model.Descriptor;
import io.jenkins.plugins.securitycenter.standalone.Declared;

public abstract class Publisher extends BuildStepCompatibilityLayer implements Describable<Publisher> {
    protected Publisher() {}

    @Override
    public Descriptor<Publisher> getDescriptor() {
        return Declared.only();
    }
}
