package io.jenkins.plugins.securitycenter.build;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.tasks.Builder;
import io.jenkins.plugins.securitycenter.step.RequestStep;
import org.jenkinsci.Symbol;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;

/** Build step that calls the API, with the parameters of {@link RequestStep}. */
@Restricted(NoExternalUse.class)
public final class RequestBuilder extends TaskBuilder {

    private final RequestStep task;

    @DataBoundConstructor
    public RequestBuilder(RequestStep task) {
        this.task = FreestyleRunner.checked(task);
    }

    public RequestStep getTask() {
        return task;
    }

    @Override
    RequestStep step() {
        return task;
    }

    /** The descriptor of the build step. */
    @Extension
    @Symbol("securityCenterRequest")
    public static final class DescriptorImpl extends FreestyleDescriptor<Builder> {

        @Override
        @NonNull
        public String getDisplayName() {
            return Messages.RequestBuilder_displayName();
        }
    }
}
