package io.jenkins.plugins.securitycenter.build;

import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import hudson.model.Failure;
import io.jenkins.plugins.securitycenter.run.BlockingTask;
import io.jenkins.plugins.securitycenter.run.BriefTask;
import io.jenkins.plugins.securitycenter.run.LongTask;
import io.jenkins.plugins.securitycenter.run.Problems;
import io.jenkins.plugins.securitycenter.run.SessionScopeAction;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Runs tasks for builders: expands variables, and reports errors as sentences. */
final class Freestyle {

    private static final Pattern VARIABLE = Pattern.compile("\\$(\\{[^}$]*+}|\\w++)");

    private Freestyle() {}

    /** The task of a builder, created with a function that expands variables. */
    @FunctionalInterface
    private interface Work {
        void perform(UnaryOperator<String> expand) throws IOException, InterruptedException;
    }

    /**
     * Validates the parameters of a submitted form, with a digit in place of each variable.
     *
     * @throws Failure if a parameter is not valid, with a message for the user
     */
    static void check(Consumer<UnaryOperator<String>> parameters) {
        try {
            parameters.accept(text -> VARIABLE.matcher(text).replaceAll("0"));
        } catch (IllegalArgumentException e) {
            throw new Failure(e.getMessage());
        }
    }

    /** Performs a direct task, in the session of the build if it has one. */
    static boolean perform(
            AbstractBuild<?, ?> build, BuildListener listener, Function<UnaryOperator<String>, BriefTask> parameters)
            throws IOException, InterruptedException {
        return work(build, listener, expand -> parameters
                .apply(expand)
                .within(SessionScopeAction.scopeOf(build))
                .perform(build, build.getWorkspace(), listener));
    }

    /** Performs a waiting task, in the session of the build if it has one. */
    static boolean await(
            AbstractBuild<?, ?> build, BuildListener listener, Function<UnaryOperator<String>, LongTask> parameters)
            throws IOException, InterruptedException {
        return work(
                build,
                listener,
                expand -> BlockingTask.perform(
                        parameters.apply(expand).within(SessionScopeAction.scopeOf(build)),
                        build,
                        build.getWorkspace(),
                        listener));
    }

    private static boolean work(AbstractBuild<?, ?> build, BuildListener listener, Work work)
            throws IOException, InterruptedException {
        try {
            work.perform(build.getEnvironment(listener)::expand);
            return true;
        } catch (IOException | RuntimeException e) {
            Exception problem = Problems.forUser(e);
            if (problem instanceof IOException sentence) {
                throw sentence;
            }
            throw e;
        }
    }
}
