package io.jenkins.plugins.securitycenter.build;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.tasks.Builder;
import hudson.util.XStream2;
import io.jenkins.plugins.securitycenter.step.RawResultStep;
import org.jenkinsci.Symbol;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;

/** Build step that downloads a raw result, with the parameters of {@link RawResultStep}. */
@Restricted(NoExternalUse.class)
public final class RawResultBuilder extends TaskBuilder {

    private final RawResultStep task;

    @DataBoundConstructor
    public RawResultBuilder(RawResultStep task) {
        this.task = FreestyleRunner.checked(task);
    }

    public RawResultStep getTask() {
        return task;
    }

    @Override
    RawResultStep step() {
        return task;
    }

    /** Reads the stored build step. */
    public static final class ConverterImpl extends StoredTaskConverter<RawResultBuilder> {

        public ConverterImpl(XStream2 xstream) {
            super(xstream, RawResultBuilder::getTask);
        }
    }

    /** The descriptor of the build step. */
    @Extension
    @Symbol("securityCenterExport")
    public static final class DescriptorImpl extends FreestyleDescriptor<Builder> {

        @Override
        @NonNull
        public String getDisplayName() {
            return Messages.RawResultBuilder_displayName();
        }
    }
}
