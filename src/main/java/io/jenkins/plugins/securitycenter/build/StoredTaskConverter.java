package io.jenkins.plugins.securitycenter.build;

import hudson.util.XStream2;
import io.jenkins.plugins.securitycenter.config.StoredObjectConverter;
import io.jenkins.plugins.securitycenter.step.SecurityCenterStep;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads an object of a job that contains a step. Parameters next to the step instead of inside it would be ignored, so the step
 * refuses to run. Each such object has a nested class that extends this one.
 */
abstract class StoredTaskConverter<T> extends StoredObjectConverter<T> {

    private final Function<T, @Nullable SecurityCenterStep> task;

    StoredTaskConverter(XStream2 xstream, Function<T, @Nullable SecurityCenterStep> task) {
        super(xstream);
        this.task = task;
    }

    @Override
    protected final void complete(T read, Optional<String> leftOut) {
        SecurityCenterStep step = task.apply(read);
        if (step != null) {
            leftOut.ifPresent(step::leftOut);
        }
    }
}
