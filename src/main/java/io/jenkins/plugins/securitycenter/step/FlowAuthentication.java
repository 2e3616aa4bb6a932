package io.jenkins.plugins.securitycenter.step;

import hudson.security.ACL;
import hudson.security.ACLContext;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.springframework.security.core.Authentication;

/** Provides the authentication of a pipeline build, because Jenkins resumes steps as SYSTEM after a restart. */
final class FlowAuthentication {

    private FlowAuthentication() {}

    @SuppressWarnings("deprecation") // The baseline has no replacement.
    static Authentication of(StepContext context) throws IOException, InterruptedException {
        return context.get(FlowExecution.class).getAuthentication().toSpring();
    }

    /** Impersonates the authentication of the build until the returned context is closed. */
    static ACLContext enter(StepContext context) throws IOException, InterruptedException {
        return ACL.as2(of(context));
    }
}
