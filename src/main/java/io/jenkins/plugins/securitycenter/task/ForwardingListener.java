package io.jenkins.plugins.securitycenter.task;

import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.result.ScanResultAction;
import io.jenkins.plugins.securitycenter.watch.RunListener;
import io.jenkins.plugins.securitycenter.watch.RunState;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Forwards the events of a run to its build; subclasses handle the result. */
@Restricted(NoExternalUse.class)
public abstract class ForwardingListener<T> implements RunListener<T> {

    private final TaskContext site;
    private final WaitingTask.TaskCallback callback;
    /** The server that has the result; an administrator may replace the configured one until the step ends. */
    private volatile @Nullable Endpoint endpoint;

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

    @Override
    public void receive(SecurityCenter server, T result, Consumer<String> log)
            throws IOException, InterruptedException {
        endpoint = server.endpoint();
    }

    /** Returns the server that has the result that was received. */
    protected final Endpoint endpoint() {
        return Objects.requireNonNull(endpoint);
    }

    /** Returns the same server for a {@link ScanResultAction}. */
    protected final ScanResultAction.Server server() {
        return new ScanResultAction.Server(endpoint().name(), endpoint().url());
    }

    /** Stores the scan result in the build, and then ends the step. */
    protected final void finish(ScanResultAction scan, Map<String, Object> answer) {
        try {
            scan.store(site.run());
        } catch (IOException e) {
            callback.failed(e);
            return;
        }
        callback.finished(answer);
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
