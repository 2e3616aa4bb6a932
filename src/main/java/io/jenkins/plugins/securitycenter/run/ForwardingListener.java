package io.jenkins.plugins.securitycenter.run;

import io.jenkins.plugins.securitycenter.watch.RunListener;
import io.jenkins.plugins.securitycenter.watch.RunState;
import java.util.concurrent.CompletionStage;

/** Forwards the events of a run to its build; subclasses handle the result. */
abstract class ForwardingListener<T> implements RunListener<T> {

    private final Site site;
    private final LongTask.Outcome outcome;

    ForwardingListener(Site site, LongTask.Outcome outcome) {
        this.site = site;
        this.outcome = outcome;
    }

    final Site site() {
        return site;
    }

    final LongTask.Outcome outcome() {
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
