package io.jenkins.plugins.securitycenter.build;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.tasks.Builder;
import hudson.util.XStream2;
import io.jenkins.plugins.securitycenter.step.ReportStep;
import org.jenkinsci.Symbol;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;

/** Build step that generates and downloads a report, with the parameters of {@link ReportStep}. */
@Restricted(NoExternalUse.class)
public final class ReportBuilder extends TaskBuilder {

    private final ReportStep task;

    @DataBoundConstructor
    public ReportBuilder(ReportStep task) {
        this.task = FreestyleRunner.checked(task);
    }

    public ReportStep getTask() {
        return task;
    }

    @Override
    ReportStep step() {
        return task;
    }

    /** Reads the stored build step. */
    public static final class ConverterImpl extends StoredTaskConverter<ReportBuilder> {

        public ConverterImpl(XStream2 xstream) {
            super(xstream, ReportBuilder::getTask);
        }
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
