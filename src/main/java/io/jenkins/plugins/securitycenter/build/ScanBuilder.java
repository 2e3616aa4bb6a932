package io.jenkins.plugins.securitycenter.build;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import hudson.tasks.Builder;
import io.jenkins.plugins.securitycenter.step.ScanStep;
import java.io.IOException;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Build step that runs a scan, with the parameters of {@link ScanStep}. */
public final class ScanBuilder extends Builder {

    private final ScanStep task;

    @DataBoundConstructor
    public ScanBuilder(ScanStep task) {
        Freestyle.check(task);
        this.task = task;
    }

    public ScanStep getTask() {
        return task;
    }

    @Override
    public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener)
            throws IOException, InterruptedException {
        return Freestyle.perform(build, listener, task);
    }

    /** The descriptor of the build step. */
    @Extension
    @Symbol("securityCenterScan")
    public static final class DescriptorImpl extends FreestyleDescriptor<Builder> {

        @Override
        @NonNull
        public String getDisplayName() {
            return Messages.ScanBuilder_displayName();
        }
    }
}
