package io.jenkins.plugins.securitycenter.build;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.tasks.Builder;
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
