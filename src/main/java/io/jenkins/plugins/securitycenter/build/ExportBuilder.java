package io.jenkins.plugins.securitycenter.build;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.tasks.Builder;
import io.jenkins.plugins.securitycenter.step.ExportStep;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Build step that downloads a raw result, with the parameters of {@link ExportStep}. */
public final class ExportBuilder extends TaskBuilder {

    private final ExportStep task;

    @DataBoundConstructor
    public ExportBuilder(ExportStep task) {
        this.task = Freestyle.checked(task);
    }

    public ExportStep getTask() {
        return task;
    }

    @Override
    ExportStep step() {
        return task;
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
