package io.jenkins.plugins.securitycenter.step;

import io.jenkins.plugins.securitycenter.run.LongTask;
import java.util.function.UnaryOperator;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Imports a file and waits for that; never a second time. */
final class ImportExecution extends WaitingExecution {

    private static final long serialVersionUID = 1;

    private final ImportStep step;

    ImportExecution(StepContext context, ImportStep step) {
        super(context);
        this.step = step;
    }

    @Override
    LongTask task() {
        return step.task(UnaryOperator.identity());
    }

    @Override
    String preparing() {
        return "preparing the import of " + step.getFile();
    }
}
