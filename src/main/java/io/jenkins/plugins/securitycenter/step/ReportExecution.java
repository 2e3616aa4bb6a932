package io.jenkins.plugins.securitycenter.step;

import io.jenkins.plugins.securitycenter.run.LongTask;
import java.util.function.UnaryOperator;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Has a report made, waits for it and downloads it; never a second time. */
final class ReportExecution extends WaitingExecution {

    private static final long serialVersionUID = 1;

    private final ReportStep step;

    ReportExecution(StepContext context, ReportStep step) {
        super(context);
        this.step = step;
    }

    @Override
    LongTask task() {
        return step.task(UnaryOperator.identity());
    }

    @Override
    String preparing() {
        return "preparing report \"" + step.getReport() + "\"";
    }
}
