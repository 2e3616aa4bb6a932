package io.jenkins.plugins.securitycenter.task;

import io.jenkins.plugins.securitycenter.watch.RunListener;
import io.jenkins.plugins.securitycenter.watch.RunState;
import java.util.concurrent.CompletionStage;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Forwards the events of a run to its build; subclasses handle the result. */
@Restricted(NoExternalUse.class)
public abstract class ForwardingListener<T> implements RunListener<T> {

    private final TaskContext site;
    private final WaitingTask.TaskCallback callback;

    protected ForwardingListener(TaskContext site, WaitingTask.TaskCallback callback) {
        this.site = site;
        this.callback = callback;
    }

    protected final TaskContext site() {
        return site;
    }

    protected final WaitingTask.TaskCallback callback() {
        return callback;
    }

    @Override
    public final CompletionStage<Void> saved(RunState state) {
        return callback.saved(state);
    }

    @Override
    public final void log(String line) {
        callback.log(line);
    }

    /** Called when the run has ended without a result. */
    protected void ended() {}

    @Override
    public final void failed(Exception problem) {
        ended();
        callback.failed(problem);
    }

    @Override
    public final void aborted() {
        ended();
        callback.aborted();
    }
}
