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
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;

/** Runs the block, and closes its session afterwards even if the block fails. */
final class SessionExecution extends StepExecution {

    private static final long serialVersionUID = 1;
    private static final Logger LOGGER = Logger.getLogger(SessionExecution.class.getName());

    /** The maximum time that the build waits for the session to close; closing continues in the background. */
    private static final Duration CLOSING = Duration.ofSeconds(20);
    /** The pause between two login attempts after a restart while the server is unreachable. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final SessionScope scope;
    /** Whether the block has started; false during the login before it. */
    private volatile boolean begun;
    /** How the step ends once the session is closed, so that it also ends if Jenkins restarts before; null until known. */
    private volatile @Nullable BlockEnd ending;

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
            if (!scope.over()) {
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
            end(engine, BlockEnd.ofProblem(told), context -> context.onFailure(told));
            getContext().saveState();
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
                .withCallback(new End(this))
                .start();
    }

    @Override
    public void onResume() {
        SecurityCenterService engine = SecurityCenterService.get();
        engine.executeSessionTask(() -> {
            BlockEnd known = ending;
            if (known != null) {
                endAgain(engine, known);
            } else if (begun) {
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
        end(SecurityCenterService.get(), BlockEnd.ofProblem(cause), context -> context.onFailure(cause));
        getContext().saveState();
    }

    @Override
    public String getStatus() {
        String server = "SecurityCenter \"" + scope.connection().server() + "\"";
        return begun ? "in a session with " + server : "logging in to " + server;
    }

    /** Closes the session, and ends the step when it is closed or the time limit is reached. */
    private void end(SecurityCenterService engine, BlockEnd stored, Consumer<StepContext> next) {
        ending = stored;
        endWhen(engine.openSessions().end(scope), engine, next);
    }

    /** Does the same for a step that a restart has kept from ending. */
    private void endAgain(SecurityCenterService engine, BlockEnd ended) {
        CompletableFuture<Void> closed = CompletableFuture.completedFuture(null);
        try {
            closed = engine.openSessions().endLeft(scope, getContext().get(Run.class));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.FINE, "Could not close the session of the block after the restart", e);
        }
        endWhen(closed, engine, ended::report);
    }

    private void endWhen(CompletableFuture<Void> closing, SecurityCenterService engine, Consumer<StepContext> next) {
        closing.completeOnTimeout(null, CLOSING.toSeconds(), TimeUnit.SECONDS)
                .whenCompleteAsync((closed, problem) -> next.accept(getContext()), engine::executeSessionTask);
    }

    /** Follows the block on the thread that also stores the build, so that both are stored in the same state. */
    private static final class End extends BodyExecutionCallback {

        private static final long serialVersionUID = 1;

        private final SessionExecution execution;

        End(SessionExecution execution) {
            this.execution = execution;
        }

        @Override
        public void onStart(StepContext context) {
            execution.begun = true;
        }

        @Override
        public void onSuccess(StepContext context, Object result) {
            execution.end(SecurityCenterService.get(), BlockEnd.ofValue(result), parent -> parent.onSuccess(result));
        }

        @Override
        public void onFailure(StepContext context, Throwable problem) {
            execution.end(
                    SecurityCenterService.get(), BlockEnd.ofProblem(problem), parent -> parent.onFailure(problem));
        }
    }
}
