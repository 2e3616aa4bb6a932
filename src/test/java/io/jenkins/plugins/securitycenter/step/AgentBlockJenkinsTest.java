package io.jenkins.plugins.securitycenter.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.Functions;
import hudson.model.Label;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.securitycenter.harness.RestartingJenkins;
import io.jenkins.plugins.securitycenter.simulator.LoggedRequest;
import java.util.Set;
import java.util.TreeSet;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;

/** A block with all that writes to a log on an agent, and Jenkins restarts in the middle of it. */
class AgentBlockJenkinsTest extends RestartingJenkins {

    private static final String PRINT = Functions.isWindows()
            ? "bat 'echo [%SECURITYCENTER_TOKEN%] [%SECURITYCENTER_COOKIE%]'"
            : "sh 'echo [$SECURITYCENTER_TOKEN] [$SECURITYCENTER_COOKIE]'";
    private static final String WORK = """
                    %s
                    writeFile file: 'result.xml', text: '<testsuite name="s"><testcase classname="c" name="n"/></testsuite>'
                    junit 'result.xml'
                    archiveArtifacts 'result.xml'
                    securityCenterRequest path: '/currentUser', outputFile: 'me.json'
                    echo env.SECURITYCENTER_TOKEN + ' ' + env.SECURITYCENTER_COOKIE
            """.formatted(PRINT);
    private static final String BLOCK = "withSecurityCenter { node('far') {\n" + WORK + "}\n"
            + "securityCenterScan scan: '1'\n" + "node('far') {\n" + WORK + "} }";

    @Test
    void worksOnAnAgentBeforeAndAfterARestart() throws Throwable {
        session.then(jenkins -> {
            DumbSlave agent = jenkins.createOnlineSlave(Label.get("far"));
            WorkflowRun run = begin(jenkins, BLOCK);
            jenkins.waitForMessage("Queued", run);
            assertHidden(run, 1);
            agent.save();
        });
        clock.advanceSeconds(300);
        session.then(jenkins -> {
            WorkflowRun run = present(jenkins);
            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
            assertHidden(run, 2);
        });
        assertThat(simulator.openSessions()).isZero();
        assertThat(secrets()).as("tokens and cookies of two sessions, twice").hasSize(8);
    }

    private void assertHidden(WorkflowRun run, int times) throws Exception {
        String log = JenkinsRule.getLog(run);
        assertThat(log.split("\\[\\*{4}] \\[\\*{4}]", -1)).hasSizeGreaterThan(times);
        for (String secret : secrets()) {
            assertThat(log.contains(secret)).as("a secret in the log").isFalse();
        }
    }

    private Set<String> secrets() {
        Set<String> secrets = new TreeSet<>();
        for (LoggedRequest request : simulator.requests()) {
            if (request.headers().containsKey("X-SecurityCenter")) {
                secrets.add(request.headers().get("X-SecurityCenter"));
                secrets.add(request.headers().get("Cookie").substring("TNS_SESSIONID=".length()));
            }
        }
        return secrets;
    }
}
