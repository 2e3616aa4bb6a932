package io.jenkins.plugins.securitycenter.build;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.tasks.Builder;
import hudson.util.XStream2;
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

    /** Reads the stored build step. */
    public static final class ConverterImpl extends StoredTaskConverter<RequestBuilder> {

        public ConverterImpl(XStream2 xstream) {
            super(xstream, RequestBuilder::getTask);
        }
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
