package io.jenkins.plugins.securitycenter.build;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.tasks.Builder;
import hudson.util.XStream2;
import io.jenkins.plugins.securitycenter.step.ScanStep;
import org.jenkinsci.Symbol;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;

/** Build step that runs a scan, with the parameters of {@link ScanStep}. */
@Restricted(NoExternalUse.class)
public final class ScanBuilder extends TaskBuilder {

    private final ScanStep task;

    @DataBoundConstructor
    public ScanBuilder(ScanStep task) {
        this.task = FreestyleRunner.checked(task);
    }

    public ScanStep getTask() {
        return task;
    }

    @Override
    ScanStep step() {
        return task;
    }

    /** Reads the stored build step. */
    public static final class ConverterImpl extends StoredTaskConverter<ScanBuilder> {

        public ConverterImpl(XStream2 xstream) {
            super(xstream, ScanBuilder::getTask);
        }
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
