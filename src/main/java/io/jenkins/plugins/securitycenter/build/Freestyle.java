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

/** What all builders do alike: variables, and errors as sentences. */
final class Freestyle {

    private static final Pattern VARIABLE = Pattern.compile("\\$(\\{[^}$]*+}|\\w++)");

    private Freestyle() {}

    /** The work of a builder; its parameters get the values of variables from the given function. */
    @FunctionalInterface
    private interface Work {
        void perform(UnaryOperator<String> expand) throws IOException, InterruptedException;
    }

    /**
     * Checks the parameters of a submitted form, with a digit in place of each variable.
     *
     * @throws Failure with a sentence that says what is wrong
     */
    static void check(Consumer<UnaryOperator<String>> parameters) {
        try {
            parameters.accept(text -> VARIABLE.matcher(text).replaceAll("0"));
        } catch (IllegalArgumentException e) {
            throw new Failure(e.getMessage());
        }
    }

    /** Does what is done in one go, within the session of the build if it has one. */
    static boolean perform(
            AbstractBuild<?, ?> build, BuildListener listener, Function<UnaryOperator<String>, BriefTask> parameters)
            throws IOException, InterruptedException {
        return work(build, listener, expand -> parameters
                .apply(expand)
                .within(SessionScopeAction.scopeOf(build))
                .perform(build, build.getWorkspace(), listener));
    }

    /** Does what has to be waited for, within the session of the build if it has one. */
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
