package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.run.BlockingScan;
import io.jenkins.plugins.securitycenter.run.BuildMark;
import io.jenkins.plugins.securitycenter.run.Engine;
import io.jenkins.plugins.securitycenter.run.Problems;
import io.jenkins.plugins.securitycenter.run.ScanTask;
import io.jenkins.plugins.securitycenter.run.SessionScope;
import io.jenkins.plugins.securitycenter.watch.Events;
import io.jenkins.plugins.securitycenter.watch.RunState;
import io.jenkins.plugins.securitycenter.watch.ScanRun;
import io.jenkins.plugins.securitycenter.watch.Target;
import java.io.IOException;
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

/** Waits for a scan without a thread, also across restarts of Jenkins. */
final class ScanExecution extends StepExecution {

    private static final long serialVersionUID = 1;
    private static final Logger LOGGER = Logger.getLogger(ScanExecution.class.getName());
    /** How long a state may take to be stored before nothing more is done. */
    private static final long STORING_SECONDS = 60;

    private final ScanStep step;
    private volatile RunState state = RunState.fresh();
    /** The server that the scan is on, even when another one becomes the default while Jenkins is down. */
    private volatile String server;

    /** Tells this scan from others that are made for the same build. */
    private final String nonce = UUID.randomUUID().toString();

    private transient volatile ScanRun scan;
    private volatile boolean stopped;

    ScanExecution(StepContext context, ScanStep step) {
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
        stopped = false;
        begin();
    }

    @Override
    public void stop(@NonNull Throwable cause) {
        stopped = true;
        ScanRun present = scan;
        if (present == null) {
            getContext().onFailure(cause);
            return;
        }
        present.abort()
                .orTimeout(BlockingScan.FAREWELL.toSeconds(), TimeUnit.SECONDS)
                .whenComplete((done, late) -> getContext().onFailure(cause));
    }

    @Override
    public String getStatus() {
        ScanRun present = scan;
        return present == null ? "preparing scan \"" + step.choice().label() + "\"" : present.status();
    }

    private void begin() {
        Authentication authentication = Jenkins.getAuthentication2();
        Engine.get().execute(() -> launchAs(authentication));
    }

    @SuppressWarnings("try")
    private void launchAs(Authentication authentication) {
        try (ACLContext ignored = ACL.as2(authentication)) {
            launch();
        } catch (IOException | RuntimeException e) {
            fail(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(e);
        }
    }

    private void launch() throws IOException, InterruptedException {
        Run<?, ?> run = getContext().get(Run.class);
        ScanTask asked = step.task(UnaryOperator.identity()).within(getContext().get(SessionScope.class));
        ScanTask task = server == null ? asked : asked.on(server);
        Target target = task.connection().target(run);
        server = target.endpoint().name();
        ScanRun prepared = task.run(target, BuildMark.of(run, nonce), state, new ToContext(task, target));
        scan = prepared;
        if (stopped) {
            prepared.abort();
        } else {
            prepared.start();
        }
    }

    private void fail(Exception problem) {
        if (stopped || Engine.get().closed()) {
            LOGGER.log(Level.FINE, "Told nobody, or left to the time after a restart", problem);
        } else {
            getContext().onFailure(Problems.forUser(problem));
        }
    }

    private final class ToContext implements Events {

        private final ScanTask task;
        private final Target target;

        ToContext(ScanTask task, Target target) {
            this.task = task;
            this.target = target;
        }

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
        public void finished(ScanResult result) {
            try {
                var answer = task.conclude(
                        result,
                        target.endpoint(),
                        getContext().get(Run.class),
                        getContext().get(TaskListener.class));
                if (task.unstable(result)) {
                    StageMark.put(getContext(), Result.UNSTABLE, "The scan is partial");
                }
                getContext().onSuccess(answer);
            } catch (IOException e) {
                fail(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                fail(e);
            }
        }

        @Override
        public void failed(Exception problem) {
            fail(problem);
        }
    }
}
