package io.jenkins.plugins.securitycenter.build;

import hudson.model.AbstractProject;
import hudson.model.Describable;
import hudson.tasks.BuildStep;
import hudson.tasks.BuildStepDescriptor;

/** The form of what every kind of freestyle job may use. */
abstract class FreestyleDescriptor<T extends BuildStep & Describable<T>> extends BuildStepDescriptor<T> {

    @Override
    @SuppressWarnings("rawtypes")
    public final boolean isApplicable(Class<? extends AbstractProject> jobType) {
        return true;
    }
}
