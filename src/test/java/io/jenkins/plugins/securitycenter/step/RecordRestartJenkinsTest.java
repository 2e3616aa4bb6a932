package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.XmlFile;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.Saveable;
import hudson.model.TaskListener;
import hudson.model.User;
import hudson.model.listeners.SaveableListener;
import io.jenkins.plugins.securitycenter.document.CheckReport;
import io.jenkins.plugins.securitycenter.harness.Patience;
import io.jenkins.plugins.securitycenter.harness.RestartingJenkins;
import io.jenkins.plugins.securitycenter.record.CheckPublisher;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import jenkins.security.QueueItemAuthenticatorConfiguration;
import org.jenkinsci.plugins.workflow.cps.CpsFlowExecution;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.MockQueueItemAuthenticator;
import org.jvnet.hudson.test.TestExtension;

/** Jenkins is killed while findings are read. */
class RecordRestartJenkinsTest extends RestartingJenkins {

    private static final String RECORD =
            "def r = securityCenterRecord query: [source: 'cumulative'], allowEmpty: true\necho 'recorded'";
    private static final String NAME = "securitycenter-securitycenter.findings";

    @Test
    void theStepBeginsAgain() throws Throwable {
        simulator.faults().on("POST", "/analysis").hang().times(1);
        session.then(jenkins -> {
            WorkflowRun run = begin(jenkins, RECORD);
            reading();
            snapshot(jenkins);
            assertThat(files(run)).allMatch(name -> name.endsWith(".tmp"));
        });
        kill();
        session.then(jenkins -> {
            WorkflowRun run = present(jenkins);
            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
            jenkins.assertLogContains("recorded", run);
            assertThat(run.getActions(FindingsAction.class)).hasSize(1);
            assertThat(files(run)).containsExactly(NAME);
        });
    }

    @Test
    void theStepBeginsAgainAsTheUserOfTheBuild() throws Throwable {
        simulator.faults().on("POST", "/analysis").hang().times(1);
        session.then(jenkins -> {
            jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
            var authenticators = QueueItemAuthenticatorConfiguration.get().getAuthenticators();
            authenticators.add(new MockQueueItemAuthenticator()
                    .authenticate("job", User.getById("developer", true).impersonate2()));
            begin(jenkins, RECORD);
            reading();
            authenticators.replaceBy(List.of()); // unlike clear(), this is saved
            snapshot(jenkins);
        });
        kill();
        Recorders.NAMES.clear();
        session.then(jenkins -> {
            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(present(jenkins)));
            // nobody, if this session does not know the user any more
            assertThat(Recorders.NAMES).isNotEmpty().isSubsetOf("developer", "anonymous");
        });
    }

    /** Notes who saves a build together with the first record of it. */
    @TestExtension("theStepBeginsAgainAsTheUserOfTheBuild")
    public static final class Recorders extends SaveableListener {

        private static final List<String> NAMES = new CopyOnWriteArrayList<>();

        @Override
        public void onChange(Saveable saved, XmlFile file) {
            if (saved instanceof Run<?, ?> run && run.getAction(FindingsAction.class) != null) {
                NAMES.add(Jenkins.getAuthentication2().getName());
            }
        }
    }

    @Test
    void theStepDoesNotTakeTheRecordOfAnother() throws Throwable {
        session.then(jenkins -> {
            Beginnings.BLOCKED.set(true);
            WorkflowRun run =
                    begin(jenkins, RECORD + "\nsecurityCenterRecord query: [source: 'cumulative'], allowEmpty: true");
            jenkins.waitForMessage("recorded", run);
            Patience.until("second step", () -> Beginnings.WAITING.get() == 1);
            ((CpsFlowExecution) run.getExecution()).waitForSuspension();
            snapshot(jenkins);
            Beginnings.BLOCKED.set(false);
        });
        kill();
        session.then(jenkins -> {
            WorkflowRun run = present(jenkins);
            jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(run));
            jenkins.assertLogContains("id \"securitycenter\" is already used by another record of this build", run);
        });
    }

    /** Keeps the step from recording while there is a record. */
    @TestExtension("theStepDoesNotTakeTheRecordOfAnother")
    public static final class Beginnings extends CheckPublisher {

        private static final AtomicBoolean BLOCKED = new AtomicBoolean();
        private static final AtomicInteger WAITING = new AtomicInteger();

        @Override
        protected void publish(Run<?, ?> run, String name, CheckReport report, TaskListener listener) {
            if (report.conclusion() == CheckReport.Conclusion.PENDING && run.getAction(FindingsAction.class) != null) {
                WAITING.incrementAndGet();
                Patience.until("released", () -> !BLOCKED.get());
            }
        }
    }

    private void reading() {
        Patience.until("reading", () -> requests("POST /analysis") == 1);
    }

    private static List<String> files(Run<?, ?> run) throws IOException {
        try (Stream<Path> files = Files.list(run.getRootDir().toPath())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains(".findings"))
                    .toList();
        }
    }
}
