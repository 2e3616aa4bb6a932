package io.jenkins.plugins.securitycenter.build;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import hudson.tasks.Builder;
import io.jenkins.plugins.securitycenter.step.ExportStep;
import java.io.IOException;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Build step that downloads a raw result, with the parameters of {@link ExportStep}. */
public final class ExportBuilder extends Builder {

    private final ExportStep task;

    @DataBoundConstructor
    public ExportBuilder(ExportStep task) {
        Freestyle.check(task);
        this.task = task;
    }

    public ExportStep getTask() {
        return task;
    }

    @Override
    public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener)
            throws IOException, InterruptedException {
        return Freestyle.perform(build, listener, task);
    }

    /** The descriptor of the build step. */
    @Extension
    @Symbol("securityCenterExport")
    public static final class DescriptorImpl extends FreestyleDescriptor<Builder> {

        @Override
        @NonNull
        public String getDisplayName() {
            return Messages.ExportBuilder_displayName();
        }
    }
}
