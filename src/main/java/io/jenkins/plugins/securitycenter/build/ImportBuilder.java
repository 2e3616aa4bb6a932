package io.jenkins.plugins.securitycenter.build;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.tasks.Builder;
import hudson.util.XStream2;
import io.jenkins.plugins.securitycenter.step.ImportStep;
import org.jenkinsci.Symbol;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;

/** Build step that imports a file, with the parameters of {@link ImportStep}. */
@Restricted(NoExternalUse.class)
public final class ImportBuilder extends TaskBuilder {

    private final ImportStep task;

    @DataBoundConstructor
    public ImportBuilder(ImportStep task) {
        this.task = FreestyleRunner.checked(task);
    }

    public ImportStep getTask() {
        return task;
    }

    @Override
    ImportStep step() {
        return task;
    }

    /** Reads the stored build step. */
    public static final class ConverterImpl extends StoredTaskConverter<ImportBuilder> {

        public ConverterImpl(XStream2 xstream) {
            super(xstream, ImportBuilder::getTask);
        }
    }

    /** The descriptor of the build step. */
    @Extension
    @Symbol("securityCenterImport")
    public static final class DescriptorImpl extends FreestyleDescriptor<Builder> {

        @Override
        @NonNull
        public String getDisplayName() {
            return Messages.ImportBuilder_displayName();
        }
    }
}
