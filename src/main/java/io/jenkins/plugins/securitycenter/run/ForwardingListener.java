package io.jenkins.plugins.securitycenter.run;

import io.jenkins.plugins.securitycenter.watch.RunListener;
import io.jenkins.plugins.securitycenter.watch.RunState;
import java.util.concurrent.CompletionStage;

/** Forwards the events of a run to its build; subclasses handle the result. */
abstract class ForwardingListener<T> implements RunListener<T> {

    private final TaskContext site;
    private final WaitingTask.Outcome outcome;

    ForwardingListener(TaskContext site, WaitingTask.Outcome outcome) {
        this.site = site;
        this.outcome = outcome;
    }

    final TaskContext site() {
        return site;
    }

    final WaitingTask.Outcome outcome() {
        return outcome;
    }

    @Override
    public final CompletionStage<Void> saved(RunState state) {
        return outcome.saved(state);
    }

    @Override
    public final void log(String line) {
        outcome.log(line);
    }

    @Override
    public final void failed(Exception problem) {
        outcome.failed(problem);
    }

    @Override
    public final void aborted() {
        outcome.aborted();
    }
}
