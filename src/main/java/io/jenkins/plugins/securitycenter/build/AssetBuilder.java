package io.jenkins.plugins.securitycenter.build;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import hudson.tasks.Builder;
import io.jenkins.plugins.securitycenter.step.AssetStep;
import java.io.IOException;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Build step that creates or updates an asset list, with the parameters of {@link AssetStep}. */
public final class AssetBuilder extends Builder {

    private final AssetStep task;

    @DataBoundConstructor
    public AssetBuilder(AssetStep task) {
        Freestyle.check(task);
        this.task = task;
    }

    public AssetStep getTask() {
        return task;
    }

    @Override
    public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener)
            throws IOException, InterruptedException {
        return Freestyle.perform(build, listener, task);
    }

    /** The descriptor of the build step. */
    @Extension
    @Symbol("securityCenterAsset")
    public static final class DescriptorImpl extends FreestyleDescriptor<Builder> {

        @Override
        @NonNull
        public String getDisplayName() {
            return Messages.AssetBuilder_displayName();
        }
    }
}
