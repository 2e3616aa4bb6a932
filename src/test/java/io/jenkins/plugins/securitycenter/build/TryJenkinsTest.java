package io.jenkins.plugins.securitycenter.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import groovy.lang.GroovyShell;
import hudson.model.AbstractItem;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.config.Server;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What {@code mvn hpi:run} finds in its Jenkins. */
@WithJenkins
class TryJenkinsTest {

    /** The property by which hpi:run tells where the project is. */
    private static final String ROOT = "jenkins.moduleRoot";

    private static final Path FILES = Path.of("src/test/try");

    @Test
    void preparesOnceAndKeepsWhatTheUserChanged(JenkinsRule jenkins) throws Exception {
        run();
        FreeStyleProject job = jenkins.jenkins.getItemByFullName("scan-freestyle", FreeStyleProject.class);
        job.setDescription("mine");
        Server first = onlyServer();
        first.setPollInterval(7);

        run();

        assertThat(jenkins.jenkins.getItemByFullName("scan-freestyle", FreeStyleProject.class))
                .isSameAs(job);
        assertThat(job.getDescription()).isEqualTo("mine");
        assertThat(jenkins.jenkins.getJobNames()).containsExactly("scan-freestyle", "scan-pipeline");
        assertThat(SystemCredentialsProvider.getInstance().getCredentials()).hasSize(1);
        assertThat(onlyServer().getPollInterval()).isEqualTo(7);
        assertThat(onlyServer().getUrl()).isNotEqualTo(first.getUrl());
    }

    @Test
    void jobsRecordFindings(JenkinsRule jenkins) throws Exception {
        try (Simulator simulator = Setup.quick()) {
            Setup.connect(simulator);
            WorkflowJob pipeline = jenkins.createProject(WorkflowJob.class);
            FreeStyleProject freestyle = jenkins.createFreeStyleProject();
            configure(pipeline, "pipeline.xml");
            configure(freestyle, "freestyle.xml");

            for (Run<?, ?> build :
                    List.of(jenkins.buildAndAssertSuccess(pipeline), jenkins.buildAndAssertSuccess(freestyle))) {
                assertThat(build.getArtifacts())
                        .extracting(Object::toString)
                        .containsExactly("findings.csv", "findings.jsonl", "findings.sarif", "findings.xml");
            }
            jenkins.buildAndAssertStatus(Result.UNSTABLE, pipeline);
            jenkins.buildAndAssertStatus(Result.UNSTABLE, freestyle);
        }
    }

    private static void run() throws Exception {
        System.setProperty("jenkins.moduleRoot", Path.of("").toAbsolutePath().toString());
        Object simulator =
                new GroovyShell().evaluate(FILES.resolve("try.groovy").toFile());
        ((AutoCloseable) simulator).close();
    }

    private static Server onlyServer() {
        assertThat(SecurityCenterConfiguration.get().getServers()).hasSize(1);
        return SecurityCenterConfiguration.get().getServers().get(0);
    }

    private static void configure(AbstractItem job, String file) throws Exception {
        try (var in = Files.newInputStream(FILES.resolve(file))) {
            job.updateByXml((Source) new StreamSource(in));
        }
    }
}
