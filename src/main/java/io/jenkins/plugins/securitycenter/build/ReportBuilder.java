package io.jenkins.plugins.securitycenter.build;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import hudson.tasks.Builder;
import io.jenkins.plugins.securitycenter.step.ReportStep;
import java.io.IOException;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Build step that generates and downloads a report, with the parameters of {@link ReportStep}. */
public final class ReportBuilder extends Builder {

    private final ReportStep task;

    @DataBoundConstructor
    public ReportBuilder(ReportStep task) {
        Freestyle.check(task);
        this.task = task;
    }

    public ReportStep getTask() {
        return task;
    }

    @Override
    public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener)
            throws IOException, InterruptedException {
        return Freestyle.perform(build, listener, task);
    }

    /** The descriptor of the build step. */
    @Extension
    @Symbol("securityCenterReport")
    public static final class DescriptorImpl extends FreestyleDescriptor<Builder> {

        @Override
        @NonNull
        public String getDisplayName() {
            return Messages.ReportBuilder_displayName();
        }
    }
}
