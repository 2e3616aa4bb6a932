package io.jenkins.plugins.securitycenter.build;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.tasks.Builder;
import hudson.util.XStream2;
import io.jenkins.plugins.securitycenter.step.AssetStep;
import org.jenkinsci.Symbol;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;

/** Build step that creates or updates an asset list, with the parameters of {@link AssetStep}. */
@Restricted(NoExternalUse.class)
public final class AssetBuilder extends TaskBuilder {

    private final AssetStep task;

    @DataBoundConstructor
    public AssetBuilder(AssetStep task) {
        this.task = FreestyleRunner.checked(task);
    }

    public AssetStep getTask() {
        return task;
    }

    @Override
    AssetStep step() {
        return task;
    }

    /** Reads the stored build step. */
    public static final class ConverterImpl extends StoredTaskConverter<AssetBuilder> {

        public ConverterImpl(XStream2 xstream) {
            super(xstream, AssetBuilder::getTask);
        }
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
