package io.jenkins.plugins.securitycenter.step;

import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.record.NewFindings;
import io.jenkins.plugins.securitycenter.record.RecordCheck;
import io.jenkins.plugins.securitycenter.record.RecordReturnValue;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.task.StepPlace;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Records findings; starts from the beginning after a restart unless they are already recorded. */
final class RecordExecution extends BackgroundExecution {

    private static final long serialVersionUID = 1;

    private final RecordStep step;
    private final String key = UUID.randomUUID().toString();

    RecordExecution(StepContext context, RecordStep step) {
        super(context);
        this.step = step;
    }

    @Override
    public void onResume() {
        begin();
    }

    @Override
    Object perform(Run<?, ?> run, FilePath workspace, TaskListener listener) throws IOException, InterruptedException {
        // The record of another step with the same ID has not been judged by the gates of this one.
        Optional<FindingsAction> recorded = FindingsAction.of(run, step.getId())
                .filter(record -> record.origin().isOfStep(key));
        FindingsAction action;
        try (RecordCheck check = step.beginCheck(run, listener)) {
            action = recorded.isPresent()
                    ? recorded.get()
                    : step.task(UnaryOperator.identity())
                            .perform(
                                    connection(step),
                                    run,
                                    workspace,
                                    listener,
                                    new StepPlace(key, Branches.of(getContext())));
            StageWarning.put(getContext(), action);
            check.complete(action);
        }
        step.abortIfViolated(action);
        Map<String, Object> answer = RecordReturnValue.of(action);
        Optional<Severity> listed = step.listed();
        if (listed.isPresent()) {
            answer.put("newFindings", NewFindings.of(action, listed.get()));
        }
        return answer;
    }

    @Override
    public String getStatus() {
        return step.status();
    }
}
