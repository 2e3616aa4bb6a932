package io.jenkins.plugins.securitycenter.harness;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Run;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jvnet.hudson.test.JenkinsRule;

/** Jobs, and what their builds have to say. */
public final class Builds {

    private static final Pattern OF_JENKINS = Pattern.compile("\\[Pipeline].*|Started( by .*)?|Running (as|on) .*"
            + "|Building .*|Start of Pipeline|End of Pipeline|Finished: .*|Build step .* marked build as failure"
            + "|\\[Checks API] .*");

    private Builds() {}

    /** A pipeline in the sandbox. */
    public static WorkflowJob pipeline(JenkinsRule jenkins, String script) throws Exception {
        return define(jenkins.createProject(WorkflowJob.class), script);
    }

    /** Gives the job a script for the sandbox. */
    public static WorkflowJob define(WorkflowJob job, String script) throws Exception {
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }

    /** The lines of a log that come neither from Jenkins itself nor from the Checks API. */
    public static List<String> lines(Run<?, ?> run) throws IOException {
        return JenkinsRule.getLog(run)
                .lines()
                .filter(line ->
                        !line.isBlank() && !OF_JENKINS.matcher(line.trim()).matches())
                .toList();
    }

    /** The log says nothing but this sentence: no stack trace, nothing twice. */
    public static void assertOnlySentence(Run<?, ?> run, String sentence) throws IOException {
        assertThat(lines(run)).containsExactly("ERROR: " + sentence);
    }
}
