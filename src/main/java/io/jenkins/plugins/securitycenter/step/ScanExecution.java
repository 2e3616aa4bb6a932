package io.jenkins.plugins.securitycenter.step;

import io.jenkins.plugins.securitycenter.run.LongTask;
import java.util.function.UnaryOperator;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Launches a scan and waits for it; never a second time. */
final class ScanExecution extends WaitingExecution {

    private static final long serialVersionUID = 1;

    private final ScanStep step;

    ScanExecution(StepContext context, ScanStep step) {
        super(context);
        this.step = step;
    }

    @Override
    LongTask task() {
        return step.task(UnaryOperator.identity());
    }

    @Override
    String preparing() {
        return "preparing scan \"" + step.choice().label() + "\"";
    }
}
