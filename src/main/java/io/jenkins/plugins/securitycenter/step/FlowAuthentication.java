package io.jenkins.plugins.securitycenter.step;

import hudson.security.ACL;
import hudson.security.ACLContext;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.springframework.security.core.Authentication;

/** The authentication of a build. Jenkins resumes steps as SYSTEM after a restart, so it is taken from the build. */
final class FlowAuthentication {

    private FlowAuthentication() {}

    @SuppressWarnings("deprecation") // the baseline has no other method for the authentication
    static Authentication of(StepContext context) throws IOException, InterruptedException {
        return context.get(FlowExecution.class).getAuthentication().toSpring();
    }

    /** Continues as the build until the returned context is closed. */
    static ACLContext enter(StepContext context) throws IOException, InterruptedException {
        return ACL.as2(of(context));
    }
}
