package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securitycenter.harness.Builds;
import io.jenkins.plugins.securitycenter.harness.Patience;
import io.jenkins.plugins.securitycenter.harness.WaitingJenkins;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.Test;

/** A build is aborted before Jenkins lets its steps go on after a restart, for instance by a timeout around them. */
class EarlyAbortJenkinsTest extends WaitingJenkins {

    private static WorkflowRun build;
    private static volatile Object outcome;

    @Test
    void theScanIsStoppedAndTheBuildEndsAfterThat() throws Exception {
        build = jenkins.buildAndAssertSuccess(Builds.pipeline(jenkins, "echo 'scan'"));
        outcome = null;
        StepExecution before = new WaitingExecution(new Context(), new ScanStep("1"));
        before.start();
        Patience.until("wait", () -> before.getStatus().contains("Queued"));
        StepExecution after = copy(before);
        Throwable cause = new InterruptedException("time is up");

        after.stop(cause);
        assertThat(outcome).isNull();
        after.onResume();

        Patience.until("end", () -> outcome != null);
        assertThat(outcome).isSameAs(cause);
        assertThat(requests("POST /scanResult/1/stop")).isEqualTo(1);
        assertThat(simulator.launches("1")).isEqualTo(1);
        outcome = null;
        before.stop(cause);
        Patience.until("end of the first", () -> outcome != null);
        Patience.until("logout", () -> simulator.openSessions() == 0);
    }

    /** What Jenkins finds of it after a restart. */
    private static StepExecution copy(StepExecution execution) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(execution);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (StepExecution) in.readObject();
        }
    }

    private static final class Context extends StepContext {

        private static final long serialVersionUID = 1;

        @Override
        public <T> T get(Class<T> key) {
            if (key == Run.class) {
                return key.cast(build);
            }
            if (key == FlowExecution.class) {
                return key.cast(build.getExecution());
            }
            return key == TaskListener.class ? key.cast(TaskListener.NULL) : null;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public ListenableFuture<Void> saveState() {
            return Futures.immediateFuture(null);
        }

        @Override
        public void setResult(Result result) {
            throw new AssertionError("nobody sets the result");
        }

        @Override
        public BodyInvoker newBodyInvoker() {
            throw new AssertionError("there is no body");
        }

        @Override
        public void onSuccess(Object result) {
            outcome = result;
        }

        @Override
        public void onFailure(Throwable problem) {
            outcome = problem;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
