package io.jenkins.plugins.securitycenter.build;

import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import hudson.model.Failure;
import io.jenkins.plugins.securitycenter.config.UserFailures;
import io.jenkins.plugins.securitycenter.step.SecurityCenterStep;
import io.jenkins.plugins.securitycenter.step.TaskStep;
import io.jenkins.plugins.securitycenter.step.WaitingStep;
import io.jenkins.plugins.securitycenter.task.SessionScopeAction;
import io.jenkins.plugins.securitycenter.task.StepPlace;
import java.io.IOException;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs tasks for builders: expands variables, and reports errors as sentences. */
final class FreestyleRunner {

    private static final Pattern VARIABLE = Pattern.compile("\\$(\\{[^}$]*+}|\\w++)");

    private FreestyleRunner() {}

    /**
     * Validates the parameters of a submitted form, with a digit in place of each variable.
     *
     * @return the step
     * @throws Failure if a parameter is not valid, with a message for the user
     */
    static <S extends TaskStep> S checked(S step) {
        try {
            given(step).check(text -> VARIABLE.matcher(text).replaceAll("0"));
            return step;
        } catch (IllegalArgumentException e) {
            throw UserFailures.refused(e);
        }
    }

    /**
     * Returns the step, which a hand-written configuration may lack.
     *
     * @throws IllegalArgumentException if it is null, or Jenkins could not read all of it, with a message for the user
     */
    static <S extends SecurityCenterStep> S given(@Nullable S step) {
        if (step == null) {
            throw new IllegalArgumentException("task is missing; set the parameters of the step inside task.");
        }
        step.checkComplete();
        return step;
    }

    /** Performs the task of a step and waits for it, in the session of the build if it has one. */
    static boolean perform(AbstractBuild<?, ?> build, BuildListener listener, TaskStep step)
            throws IOException, InterruptedException {
        try {
            given(step);
            UnaryOperator<String> expand = build.getEnvironment(listener)::expand;
            if (step instanceof WaitingStep waiting) {
                waiting.begin(expand, build, SessionScopeAction.scopeOf(build), StepPlace.FREESTYLE.branch());
            }
            step.task(expand)
                    .perform(
                            step.connection(expand, SessionScopeAction.scopeOf(build)),
                            build,
                            build.getWorkspace(),
                            listener,
                            StepPlace.FREESTYLE);
            return true;
        } catch (IOException | RuntimeException e) {
            throw UserFailures.thrown(e);
        }
    }
}
