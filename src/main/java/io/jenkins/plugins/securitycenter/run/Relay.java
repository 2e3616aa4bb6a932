package io.jenkins.plugins.securitycenter.run;

import io.jenkins.plugins.securitycenter.watch.Notices;
import io.jenkins.plugins.securitycenter.watch.RunState;

/** Passes on what a run tells on its way; what it ends with is left to its kind. */
abstract class Relay implements Notices {

    private final Site site;
    private final LongTask.Outcome outcome;

    Relay(Site site, LongTask.Outcome outcome) {
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
    public final void saved(RunState state) {
        outcome.saved(state);
    }

    @Override
    public final void log(String line) {
        outcome.log(line);
    }

    @Override
    public final void failed(Exception problem) {
        outcome.failed(problem);
    }
}
