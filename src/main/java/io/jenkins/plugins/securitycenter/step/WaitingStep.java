package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.model.Run;
import hudson.util.FormValidation;
import io.jenkins.plugins.securitycenter.result.ParallelBranch;
import io.jenkins.plugins.securitycenter.result.ScanResultAction;
import io.jenkins.plugins.securitycenter.task.SessionScope;
import io.jenkins.plugins.securitycenter.task.WaitingTask;
import io.jenkins.plugins.securitycenter.watch.TimeLimit;
import java.io.IOException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A step that starts a scan, import or report on a server and waits for it. */
@Restricted(NoExternalUse.class)
public abstract class WaitingStep extends TaskStep {

    private static final long serialVersionUID = 1;

    private int timeout;

    /** Returns the time limit in minutes; 0 for no limit. */
    public final int getTimeout() {
        return timeout;
    }

    @DataBoundSetter
    public final void setTimeout(int timeout) {
        this.timeout = timeout;
    }

    final Duration limit() {
        return Duration.ofMinutes(timeout);
    }

    @Override
    public abstract WaitingTask task(UnaryOperator<String> expand);

    /** Returns the status of the step until the run has started. */
    abstract String preparing();

    /** Returns whether the step has a scan result, which later steps use by default. */
    abstract boolean hasScanResult();

    /**
     * Notes in the build that the step begins, if it has a scan result. Call it before anything that can fail.
     *
     * @param expand expands the variables of a freestyle build
     * @param scope the enclosing session; null for none
     */
    public final void begin(
            UnaryOperator<String> expand, Run<?, ?> run, @CheckForNull SessionScope scope, ParallelBranch branch)
            throws IOException {
        if (hasScanResult()) {
            ScanResultAction.begun(connection(expand, scope).server(), branch).store(run);
        }
    }

    @Override
    public final StepExecution start(StepContext context) throws IOException, InterruptedException {
        begin(UnaryOperator.identity(), context.get(Run.class), context.get(SessionScope.class), Branches.of(context));
        return checked(() -> {
            task(UnaryOperator.identity());
            return new WaitingExecution(context, this);
        });
    }

    /** The base class of the descriptors of these steps. */
    public abstract static class LongStepDescriptor extends SecurityCenterStepDescriptor {

        @POST
        public FormValidation doCheckTimeout(@AncestorInPath Item item, @QueryParameter String value) {
            return StepForms.validation(item, value, () -> TimeLimit.MINUTES.check(value));
        }
    }
}
