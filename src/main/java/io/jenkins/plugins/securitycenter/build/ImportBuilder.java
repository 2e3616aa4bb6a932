package io.jenkins.plugins.securitycenter.build;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import hudson.tasks.Builder;
import io.jenkins.plugins.securitycenter.step.ImportStep;
import java.io.IOException;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Build step that imports a file, with the parameters of {@link ImportStep}. */
public final class ImportBuilder extends Builder {

    private final ImportStep task;

    @DataBoundConstructor
    public ImportBuilder(ImportStep task) {
        Freestyle.check(task);
        this.task = task;
    }

    public ImportStep getTask() {
        return task;
    }

    @Override
    public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener)
            throws IOException, InterruptedException {
        return Freestyle.perform(build, listener, task);
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
