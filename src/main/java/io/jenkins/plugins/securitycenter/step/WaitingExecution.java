package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.FilePath;
import hudson.model.Result;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.securitycenter.config.UserFailures;
import io.jenkins.plugins.securitycenter.task.SecurityCenterService;
import io.jenkins.plugins.securitycenter.task.ServerChoice;
import io.jenkins.plugins.securitycenter.task.SessionScope;
import io.jenkins.plugins.securitycenter.task.StepPlace;
import io.jenkins.plugins.securitycenter.task.TaskContext;
import io.jenkins.plugins.securitycenter.task.WaitingTask;
import io.jenkins.plugins.securitycenter.watch.RunControl;
import io.jenkins.plugins.securitycenter.watch.RunState;
import io.jenkins.plugins.securitycenter.watch.ServerAccount;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** Waits for a long task without a thread, even if Jenkins restarts. */
final class WaitingExecution extends StepExecution {

    private static final long serialVersionUID = 1;
    private static final Logger LOGGER = Logger.getLogger(WaitingExecution.class.getName());

    private final WaitingStep step;
    private volatile RunState state = RunState.initial();
    /** The server on which the task was started, even if the default server changes during a restart. */
    private volatile @Nullable String server;

    private final String key = UUID.randomUUID().toString();
    /** Whether the build was aborted; kept across restarts. */
    private volatile boolean aborted;

    /** The engine that started the task; after a restart in the same JVM there is another one. */
    @SuppressWarnings("NullAway.Init") // set by begin
    private transient volatile SecurityCenterService engine;

    private transient volatile @Nullable RunControl watched;
    /** The cause of a stop, which Jenkins may deliver before it resumes the step after a restart. */
    private transient volatile @Nullable Throwable stopCause;

    WaitingExecution(StepContext context, WaitingStep step) {
        super(context);
        this.step = step;
    }

    @Override
    public boolean start() {
        begin();
        return false;
    }

    @Override
    public void onResume() {
        begin();
    }

    /** Aborts the run now, or once it is prepared, because it may have to clean up on the server in either case. */
    @Override
    public void stop(@NonNull Throwable cause) {
        RunControl present = stopped(cause);
        if (present != null) {
            present.abort();
        }
    }

    private synchronized @Nullable RunControl stopped(Throwable cause) {
        stopCause = cause;
        aborted = true;
        return watched;
    }

    private synchronized boolean prepared(RunControl next) {
        watched = next;
        return aborted;
    }

    @Override
    public String getStatus() {
        RunControl present = watched;
        return present == null ? step.preparing() : present.status();
    }

    private void begin() {
        SecurityCenterService present = SecurityCenterService.get();
        engine = present;
        present.execute(this::prepareOrFail);
    }

    @SuppressWarnings("try")
    private void prepareOrFail() {
        try (ACLContext ignored = FlowAuthentication.enter(getContext())) {
            prepare();
        } catch (IOException | RuntimeException e) {
            fail(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(e);
        } catch (Error e) {
            fail(new IllegalStateException(e.toString(), e));
        }
    }

    private void prepare() throws IOException, InterruptedException {
        Run<?, ?> run = getContext().get(Run.class);
        WaitingTask task = step.task(UnaryOperator.identity());
        ServerChoice asked =
                step.connection(UnaryOperator.identity(), getContext().get(SessionScope.class));
        ServerChoice connection = (server == null ? task.connection(asked, run) : asked.to(server)).named();
        server = connection.server();
        connection.target(run);
        Authentication authentication = FlowAuthentication.of(getContext());
        TaskContext site = new TaskContext(
                run,
                new StepPlace(key, Branches.of(getContext())),
                connection,
                () -> target(connection, run, authentication),
                () -> getContext().get(FilePath.class));
        RunControl next = task.prepare(site, state, new ContextCallback());
        if (prepared(next)) {
            next.abort();
        } else {
            next.start();
        }
    }

    @SuppressWarnings("try")
    private static ServerAccount target(ServerChoice connection, Run<?, ?> run, Authentication authentication) {
        try (ACLContext ignored = ACL.as2(authentication)) {
            return connection.target(run);
        }
    }

    private void fail(Exception problem) {
        if (engine.closed()) {
            LOGGER.log(Level.FINE, "Postponed until after the restart", problem);
        } else if (aborted) {
            LOGGER.log(Level.FINE, "The build was aborted", problem);
            getContext().onFailure(abortion());
        } else {
            getContext().onFailure(UserFailures.forUser(problem));
        }
    }

    private Throwable abortion() {
        Throwable cause = stopCause;
        return cause == null ? new FlowInterruptedException(Result.ABORTED, true) : cause;
    }

    private final class ContextCallback extends StepCallback {

        ContextCallback() {
            super(getContext());
        }

        @Override
        public CompletionStage<Void> saved(RunState next) {
            state = next;
            return store();
        }

        @Override
        public boolean abandoned() {
            return aborted;
        }

        @Override
        public void finished(Map<String, Object> answer) {
            if (aborted) {
                aborted();
            } else {
                getContext().onSuccess(answer);
            }
        }

        @Override
        public void failed(Exception problem) {
            fail(problem);
        }

        @Override
        public void aborted() {
            getContext().onFailure(abortion());
        }
    }
}
