package io.jenkins.plugins.securitycenter.step;

import hudson.AbortException;
import io.jenkins.plugins.securitycenter.config.UserFailures;
import io.jenkins.plugins.securitycenter.text.MessageText;
import java.io.Serializable;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of the end of a block: the problem, or its value. Pipeline could not store the build with a
 * value of any type, and the step needs neither if Jenkins does not restart.
 */
final class BlockEnd implements Serializable {

    private static final long serialVersionUID = 1;

    private final @Nullable Object value;
    private final @Nullable Exception problem;

    private BlockEnd(@Nullable Object value, @Nullable Exception problem) {
        this.value = value;
        this.problem = problem;
    }

    static BlockEnd ofValue(@Nullable Object value) {
        return isPlain(value)
                ? new BlockEnd(value, null)
                : new BlockEnd(
                        null,
                        UserFailures.abort("Jenkins stopped while the session of the block was being closed,"
                                + " so the value of the block is not known; start the build again."));
    }

    static BlockEnd ofProblem(Throwable problem) {
        return new BlockEnd(
                null,
                problem instanceof FlowInterruptedException interruption
                        ? interruption
                        : UserFailures.abort(
                                problem instanceof AbortException ? MessageText.of(problem) : problem.toString()));
    }

    /** Returns whether it is a value such as steps return: maps and lists of strings and numbers. */
    private static boolean isPlain(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return value instanceof Serializable && arePlain(map.keySet().stream()) && arePlain(map.values().stream());
        }
        return value instanceof Collection<?> list
                ? value instanceof Serializable && arePlain(list.stream())
                : value == null || value instanceof String || value instanceof Boolean || value instanceof Number;
    }

    private static boolean arePlain(Stream<?> values) {
        return values.allMatch(BlockEnd::isPlain);
    }

    void report(StepContext context) {
        if (problem == null) {
            context.onSuccess(value);
        } else {
            context.onFailure(problem);
        }
    }
}
