package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.console.ConsoleLogFilter;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.run.Engine;
import io.jenkins.plugins.securitycenter.run.Problems;
import io.jenkins.plugins.securitycenter.run.SessionScope;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Runs the block, and ends its session behind it, whatever became of the block. */
final class SessionExecution extends StepExecution {

    private static final long serialVersionUID = 1;
    private static final Logger LOGGER = Logger.getLogger(SessionExecution.class.getName());

    private final SessionScope scope;
    /** Whether the block has begun, which it has not while the login before it goes on. */
    private volatile boolean begun;

    /** Jenkins may tell so before it lets the step go on after a restart. */
    private transient volatile boolean stopped;

    SessionExecution(StepContext context, SessionScope scope) {
        super(context);
        this.scope = scope;
    }

    /**
     * Logs in before the block begins, since Pipeline asks for the variables of every step in it, on a thread that must
     * not wait for a server.
     */
    @Override
    public boolean start() {
        Engine.get().execute(this::begin);
        return false;
    }

    private void begin() {
        try {
            logIn();
            if (stopped) {
                Engine.get().openSessions().end(scope);
            } else {
                begun = true;
                beginBlock();
            }
        } catch (IOException | RuntimeException e) {
            fail(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(e);
        }
    }

    private void fail(Exception problem) {
        if (Engine.get().closed()) {
            LOGGER.log(Level.FINE, "Left to the time after the restart", problem);
        } else if (stopped) {
            Engine.get().openSessions().end(scope);
        } else {
            end(scope, () -> getContext().onFailure(Problems.forUser(problem)));
        }
    }

    private void logIn() throws IOException, InterruptedException {
        Engine.get().openSessions().variables(scope, getContext().get(Run.class));
    }

    private void beginBlock() throws IOException, InterruptedException {
        StepContext context = getContext();
        context.newBodyInvoker()
                .withContext(scope)
                .withContext(EnvironmentExpander.merge(
                        context.get(EnvironmentExpander.class), new SessionVariables(scope, context)))
                .withContext(BodyInvoker.mergeConsoleLogFilters(
                        context.get(ConsoleLogFilter.class), new SessionLogFilter(scope)))
                .withCallback(new End(scope))
                .start();
    }

    @Override
    public void onResume() {
        Engine.get().execute(begun ? this::logInAgain : this::begin);
    }

    private void logInAgain() {
        try {
            logIn();
            if (stopped) {
                Engine.get().openSessions().end(scope);
            }
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.FINE, "The steps in the block will say what is wrong", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop(@NonNull Throwable cause) {
        stopped = true;
        end(scope, () -> getContext().onFailure(cause));
    }

    @Override
    public String getStatus() {
        String server = "SecurityCenter \"" + scope.connection().server() + "\"";
        return begun ? "in a session with " + server : "logging in to " + server;
    }

    /** The end of a session is a call, so it is not made on the thread of the pipeline. */
    private static void end(SessionScope scope, Runnable next) {
        Engine.get().execute(() -> {
            try {
                Engine.get().openSessions().end(scope);
            } finally {
                next.run();
            }
        });
    }

    private static final class End extends BodyExecutionCallback {

        private static final long serialVersionUID = 1;

        private final SessionScope scope;

        End(SessionScope scope) {
            this.scope = scope;
        }

        @Override
        public void onSuccess(StepContext context, Object result) {
            end(scope, () -> context.onSuccess(result));
        }

        @Override
        public void onFailure(StepContext context, Throwable problem) {
            end(scope, () -> context.onFailure(problem));
        }
    }
}
