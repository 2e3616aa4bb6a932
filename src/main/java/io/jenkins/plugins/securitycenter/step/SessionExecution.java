package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.console.ConsoleLogFilter;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.config.UserFailures;
import io.jenkins.plugins.securitycenter.task.SecurityCenterService;
import io.jenkins.plugins.securitycenter.task.SessionScope;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Runs the block, and closes its session afterwards even if the block fails. */
final class SessionExecution extends StepExecution {

    private static final long serialVersionUID = 1;
    private static final Logger LOGGER = Logger.getLogger(SessionExecution.class.getName());

    /** The maximum time that the build waits for the session to close; closing continues in the background. */
    private static final Duration ENDING = Duration.ofSeconds(20);
    /** The pause between two login attempts after a restart while the server is unreachable. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final SessionScope scope;
    /** Whether the block has started; false during the login before it. */
    private volatile boolean begun;

    SessionExecution(StepContext context, SessionScope scope) {
        super(context);
        this.scope = scope;
    }

    /** Logs in before the block starts, on a thread that may wait for a server. */
    @Override
    public boolean start() {
        SecurityCenterService engine = SecurityCenterService.get();
        engine.executeSessionTask(() -> begin(engine));
        return false;
    }

    private void begin(SecurityCenterService engine) {
        try {
            logIn(engine);
            begun = !scope.over();
            if (begun) {
                beginBlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(engine, e);
        } catch (IOException | RuntimeException | LinkageError e) {
            fail(engine, e);
        }
    }

    private void fail(SecurityCenterService engine, Throwable problem) {
        if (engine.closed()) {
            LOGGER.log(Level.FINE, "Postponed until after the restart", problem);
        } else if (scope.over()) {
            LOGGER.log(Level.FINE, "The block was stopped", problem);
        } else {
            Throwable told = problem instanceof Exception exception ? UserFailures.forUser(exception) : problem;
            end(engine, scope, () -> getContext().onFailure(told));
        }
    }

    private void logIn(SecurityCenterService engine) throws IOException, InterruptedException {
        StepContext context = getContext();
        engine.openSessions().begin(scope, context.get(Run.class), context.get(TaskListener.class));
    }

    private void beginBlock() throws IOException, InterruptedException {
        StepContext context = getContext();
        context.newBodyInvoker()
                .withContext(scope)
                .withContext(
                        EnvironmentExpander.merge(context.get(EnvironmentExpander.class), new SessionVariables(scope)))
                .withContext(BodyInvoker.mergeConsoleLogFilters(
                        context.get(ConsoleLogFilter.class), new SessionLogFilter(scope)))
                .withCallback(new End(scope))
                .start();
    }

    @Override
    public void onResume() {
        SecurityCenterService engine = SecurityCenterService.get();
        engine.executeSessionTask(() -> {
            if (begun) {
                logInAgain(engine, true);
            } else {
                begin(engine);
            }
        });
    }

    /** Logs in after a restart. Until then, scripts have the earlier session, which the server may no longer accept. */
    private void logInAgain(SecurityCenterService engine, boolean tell) {
        try {
            logIn(engine);
            getContext().saveState();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            if (scope.over() || engine.closed()) {
                LOGGER.log(Level.FINE, "The session is no longer needed", e);
                return;
            }
            if (tell) {
                warn(e);
            }
            if (e instanceof SecurityCenterException problem && problem.isTemporary()) {
                CompletableFuture.delayedExecutor(PAUSE.toSeconds(), TimeUnit.SECONDS, engine::executeSessionTask)
                        .execute(() -> logInAgain(engine, false));
            }
        }
    }

    private void warn(Exception problem) {
        try {
            getContext()
                    .get(TaskListener.class)
                    .getLogger()
                    .println("Warning: could not reopen the session of the block after the restart: "
                            + UserFailures.forUser(problem).getMessage());
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "Could not write to the log", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop(@NonNull Throwable cause) {
        end(SecurityCenterService.get(), scope, () -> getContext().onFailure(cause));
    }

    @Override
    public String getStatus() {
        String server = "SecurityCenter \"" + scope.connection().server() + "\"";
        return begun ? "in a session with " + server : "logging in to " + server;
    }

    /** Closes the session, and continues when it is closed or the time limit is reached. */
    private static void end(SecurityCenterService engine, SessionScope scope, Runnable next) {
        engine.openSessions()
                .end(scope)
                .completeOnTimeout(null, ENDING.toSeconds(), TimeUnit.SECONDS)
                .whenCompleteAsync((ended, problem) -> next.run(), engine::executeSessionTask);
    }

    private static final class End extends BodyExecutionCallback {

        private static final long serialVersionUID = 1;

        private final SessionScope scope;

        End(SessionScope scope) {
            this.scope = scope;
        }

        @Override
        public void onSuccess(StepContext context, Object result) {
            end(SecurityCenterService.get(), scope, () -> context.onSuccess(result));
        }

        @Override
        public void onFailure(StepContext context, Throwable problem) {
            end(SecurityCenterService.get(), scope, () -> context.onFailure(problem));
        }
    }
}
