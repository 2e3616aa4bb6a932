package io.jenkins.plugins.securitycenter.build;

import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import hudson.tasks.Builder;
import io.jenkins.plugins.securitycenter.step.TaskStep;
import java.io.IOException;

/**
 * A build step with the parameters of a pipeline step. Each subclass declares the field {@code task} and its getter,
 * because Jenkins takes the type of the step, in config.xml and for the form, from their declarations.
 */
abstract class TaskBuilder extends Builder {

    /** Returns the pipeline step. This is not a getter, because Jenkins would show a getter as a second property. */
    abstract TaskStep step();

    @Override
    public final boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener)
            throws IOException, InterruptedException {
        return FreestyleRunner.perform(build, listener, step());
    }
}
