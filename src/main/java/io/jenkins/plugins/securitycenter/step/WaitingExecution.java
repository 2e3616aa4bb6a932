package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.FilePath;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.securitycenter.run.BlockingTask;
import io.jenkins.plugins.securitycenter.run.Engine;
import io.jenkins.plugins.securitycenter.run.LongTask;
import io.jenkins.plugins.securitycenter.run.Problems;
import io.jenkins.plugins.securitycenter.run.SessionScope;
import io.jenkins.plugins.securitycenter.run.Site;
import io.jenkins.plugins.securitycenter.watch.RunState;
import io.jenkins.plugins.securitycenter.watch.Target;
import io.jenkins.plugins.securitycenter.watch.Waiting;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.springframework.security.core.Authentication;

/** Waits for a long task without a thread, also across restarts of Jenkins. */
final class WaitingExecution extends StepExecution {

    private static final long serialVersionUID = 1;
    private static final Logger LOGGER = Logger.getLogger(WaitingExecution.class.getName());
    /** How long a state may take to be stored before nothing more is done. */
    private static final long STORING_SECONDS = 60;

    private final LongStep step;
    private volatile RunState state = RunState.fresh();
    /** The server that was begun on, even when another one becomes the default while Jenkins is down. */
    private volatile String server;

    private final String key = UUID.randomUUID().toString();

    private transient volatile Waiting waiting;
    /** Why the step is to end. Jenkins may tell so before it lets the step go on after a restart. */
    private transient volatile Throwable stopCause;

    WaitingExecution(StepContext context, LongStep step) {
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

    /** Ends the wait now, or as soon as it is prepared: the server may have to be told in either case. */
    @Override
    public void stop(@NonNull Throwable cause) {
        Waiting present = stopped(cause);
        if (present != null) {
            end(present, cause);
        }
    }

    private synchronized Waiting stopped(Throwable cause) {
        stopCause = cause;
        return waiting;
    }

    private synchronized Throwable prepared(Waiting next) {
        waiting = next;
        return stopCause;
    }

    private void end(Waiting present, Throwable cause) {
        present.abort()
                .orTimeout(BlockingTask.FAREWELL.toSeconds(), TimeUnit.SECONDS)
                .whenComplete((done, late) -> getContext().onFailure(cause));
    }

    @Override
    public String getStatus() {
        Waiting present = waiting;
        return present == null ? step.preparing() : present.status();
    }

    private void begin() {
        Authentication authentication = Jenkins.getAuthentication2();
        Engine.get().execute(() -> beginAs(authentication));
    }

    @SuppressWarnings("try")
    private void beginAs(Authentication authentication) {
        try (ACLContext ignored = ACL.as2(authentication)) {
            prepare();
        } catch (IOException | RuntimeException e) {
            fail(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(e);
        }
    }

    private void prepare() throws IOException, InterruptedException {
        Run<?, ?> run = getContext().get(Run.class);
        LongTask asked = step.task(UnaryOperator.identity()).within(getContext().get(SessionScope.class));
        LongTask task = server == null ? asked : asked.on(server);
        Target target = task.connection().target(run);
        server = target.endpoint().name();
        Site site = new Site(run, key, target, () -> getContext().get(FilePath.class));
        Waiting next = task.prepare(site, state, new ToContext());
        Throwable cause = prepared(next);
        if (cause == null) {
            next.start();
        } else {
            end(next, cause);
        }
    }

    private void fail(Exception problem) {
        Throwable cause = stopCause;
        if (Engine.get().closed()) {
            LOGGER.log(Level.FINE, "Left to the time after a restart", problem);
        } else if (cause == null) {
            getContext().onFailure(Problems.forUser(problem));
        } else {
            LOGGER.log(Level.FINE, "Told nobody", problem);
            if (waiting == null) {
                getContext().onFailure(cause);
            }
        }
    }

    private final class ToContext implements LongTask.Outcome {

        @Override
        public void saved(RunState next) {
            state = next;
            try {
                getContext().saveState().get(STORING_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw new IllegalStateException("The state of the step could not be stored.", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The state of the step could not be stored.", e);
            }
        }

        @Override
        public void log(String line) {
            try {
                getContext().get(TaskListener.class).getLogger().println(line);
            } catch (IOException e) {
                LOGGER.log(Level.FINE, line, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void unstable(String reason) {
            try {
                StageMark.put(getContext(), Result.UNSTABLE, reason);
            } catch (IOException e) {
                LOGGER.log(Level.FINE, reason, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public boolean abandoned() {
            return stopCause != null;
        }

        @Override
        public void finished(Map<String, Object> answer) {
            if (stopCause == null) {
                getContext().onSuccess(answer);
            }
        }

        @Override
        public void failed(Exception problem) {
            fail(problem);
        }
    }
}
