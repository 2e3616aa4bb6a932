package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.security.ACLContext;
import io.jenkins.plugins.securitycenter.run.Engine;
import io.jenkins.plugins.securitycenter.run.Problems;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Does what takes seconds to minutes outside of the pipeline's own thread. What fails because Jenkins goes down is told
 * to nobody: the step begins again after the restart. Nor is what fails because the step was stopped, since the build
 * knows why it was.
 */
abstract class BackgroundExecution extends GeneralNonBlockingStepExecution {

    private static final long serialVersionUID = 1;
    private static final Logger LOGGER = Logger.getLogger(BackgroundExecution.class.getName());

    private transient volatile boolean stopped;

    BackgroundExecution(StepContext context) {
        super(context);
    }

    /** Does it and returns what the step returns. */
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

    final void begin() {
        run(this::perform);
    }

    @SuppressWarnings("try")
    private void perform() throws Exception {
        Engine engine = Engine.get();
        StepContext context = getContext();
        try (ACLContext ignored = FlowAuthentication.enter(context)) {
            context.onSuccess(
                    perform(context.get(Run.class), context.get(FilePath.class), context.get(TaskListener.class)));
        } catch (RuntimeException | IOException | InterruptedException e) {
            if (!engine.closed() && !stopped) {
                throw Problems.forUser(e);
            }
            LOGGER.log(Level.FINE, "Jenkins is shutting down, or the step was stopped", e);
        }
    }
}
