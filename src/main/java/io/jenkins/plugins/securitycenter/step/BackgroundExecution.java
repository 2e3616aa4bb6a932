package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.security.ACLContext;
import io.jenkins.plugins.securitycenter.config.UserFailures;
import io.jenkins.plugins.securitycenter.task.SecurityCenterService;
import io.jenkins.plugins.securitycenter.task.ServerChoice;
import io.jenkins.plugins.securitycenter.task.SessionScope;
import java.io.IOException;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Performs work that takes seconds to minutes outside the CPS thread. Failures caused by the shutdown of Jenkins are
 * not reported, because the step starts again after the restart; neither are failures of a stopped step, because the
 * build already has the cause.
 */
abstract class BackgroundExecution extends GeneralNonBlockingStepExecution {

    private static final long serialVersionUID = 1;
    private static final Logger LOGGER = Logger.getLogger(BackgroundExecution.class.getName());

    private transient volatile boolean stopped;

    BackgroundExecution(StepContext context) {
        super(context);
    }

    /** Performs the work and returns the result of the step. */
    abstract Object perform(Run<?, ?> run, FilePath workspace, TaskListener listener)
            throws IOException, InterruptedException;

    @Override
    public final boolean start() {
        begin();
        return false;
    }

    @Override
    public void stop(@NonNull Throwable cause) throws Exception {
        stopped = true;
        super.stop(cause);
    }

    /** Returns the server and the account of a step, with the values of an enclosing session filled in. */
    final ServerChoice connection(TaskStep step) throws IOException, InterruptedException {
        return step.connection(UnaryOperator.identity(), getContext().get(SessionScope.class));
    }

    final void begin() {
        run(this::perform);
    }

    @SuppressWarnings("try")
    private void perform() throws Exception {
        SecurityCenterService engine = SecurityCenterService.get();
        StepContext context = getContext();
        try (ACLContext ignored = FlowAuthentication.enter(context)) {
            context.onSuccess(
                    perform(context.get(Run.class), context.get(FilePath.class), context.get(TaskListener.class)));
        } catch (RuntimeException | IOException | InterruptedException e) {
            if (!engine.closed() && !stopped) {
                throw UserFailures.forUser(e);
            }
            LOGGER.log(Level.FINE, "Jenkins is shutting down, or the step was stopped", e);
        }
    }
}
