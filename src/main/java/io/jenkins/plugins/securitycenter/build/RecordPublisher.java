package io.jenkins.plugins.securitycenter.build;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import hudson.model.Executor;
import hudson.model.Result;
import hudson.tasks.BuildStepMonitor;
import hudson.tasks.Publisher;
import hudson.tasks.Recorder;
import hudson.util.XStream2;
import io.jenkins.plugins.securitycenter.config.UserFailures;
import io.jenkins.plugins.securitycenter.record.RecordCheck;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.step.RecordStep;
import java.io.IOException;
import java.util.Optional;
import org.jenkinsci.Symbol;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;

/** Post-build action that records findings, with the parameters of {@link RecordStep}. */
@Restricted(NoExternalUse.class)
@SuppressWarnings("unchecked") // Recorder declares a raw descriptor type.
public final class RecordPublisher extends Recorder {

    private final RecordStep task;

    @DataBoundConstructor
    public RecordPublisher(RecordStep task) {
        this.task = FreestyleRunner.checked(task);
    }

    public RecordStep getTask() {
        return task;
    }

    @Override
    public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener)
            throws IOException, InterruptedException {
        Result result = build.getResult();
        if (result != null && result.isWorseOrEqualTo(Result.NOT_BUILT)) {
            listener.getLogger().println("Skipped recording SecurityCenter findings because the build was aborted.");
            return true;
        }
        try {
            FreestyleRunner.given(task);
            record(build, listener).ifPresent(task::abortIfViolated);
            return true;
        } catch (IllegalArgumentException e) {
            throw UserFailures.thrown(e);
        } catch (InterruptedException e) {
            Executor executor = build.getExecutor();
            if (executor == null) {
                throw e;
            }
            // Jenkins treats any exception of a post-build action as a failure.
            build.setResult(executor.abortResult());
            executor.recordCauseOfInterruption(build, listener);
            return true;
        }
    }

    private Optional<FindingsAction> record(AbstractBuild<?, ?> build, BuildListener listener)
            throws IOException, InterruptedException {
        try (RecordCheck check = task.beginCheck(build, listener)) {
            FreestyleRunner.perform(build, listener, task);
            Optional<FindingsAction> record = FindingsAction.of(build, task.getId());
            record.ifPresent(check::complete);
            return record;
        }
    }

    @Override
    public BuildStepMonitor getRequiredMonitorService() {
        return BuildStepMonitor.NONE;
    }

    /** Reads the stored post-build action. */
    public static final class ConverterImpl extends StoredTaskConverter<RecordPublisher> {

        public ConverterImpl(XStream2 xstream) {
            super(xstream, RecordPublisher::getTask);
        }
    }

    /** The descriptor of the post-build action. */
    @Extension
    @Symbol("securityCenterRecord")
    public static final class DescriptorImpl extends FreestyleDescriptor<Publisher> {

        @Override
        @NonNull
        public String getDisplayName() {
            return Messages.RecordPublisher_displayName();
        }
    }
}
