package io.jenkins.plugins.securitycenter.build;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.AbstractProject;
import hudson.model.Describable;
import hudson.tasks.BuildStep;
import hudson.tasks.BuildStepDescriptor;
import io.jenkins.plugins.securitycenter.config.UserFailures;
import io.jenkins.plugins.securitycenter.step.SecurityCenterStep;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

/** The descriptor of builders and publishers, which all freestyle job types can use. */
abstract class FreestyleDescriptor<T extends BuildStep & Describable<T>> extends BuildStepDescriptor<T> {

    @Override
    public final T newInstance(StaplerRequest2 req, @NonNull JSONObject form) throws FormException {
        try {
            SecurityCenterStep.NUMBERS.read(form);
            return super.newInstance(req, form);
        } catch (IllegalArgumentException e) {
            throw UserFailures.refused(e, "task");
        }
    }

    @Override
    @SuppressWarnings("rawtypes")
    public final boolean isApplicable(Class<? extends AbstractProject> jobType) {
        return true;
    }
}
