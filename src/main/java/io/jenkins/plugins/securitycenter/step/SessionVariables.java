package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.run.Engine;
import io.jenkins.plugins.securitycenter.run.SessionScope;
import java.io.IOException;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** The variables of the block. What is stored with the build has no secret: they are asked for when they are needed. */
final class SessionVariables extends EnvironmentExpander {

    private static final long serialVersionUID = 1;

    private final SessionScope scope;
    private final StepContext context;

    SessionVariables(SessionScope scope, StepContext context) {
        this.scope = scope;
        this.context = context;
    }

    @Override
    public void expand(@NonNull EnvVars env) throws IOException, InterruptedException {
        try {
            env.putAll(Engine.get().openSessions().variables(scope, context.get(Run.class)));
        } catch (SecurityCenterException | IllegalArgumentException e) {
            throw new AbortException(e.getMessage());
        }
    }

    @Override
    @NonNull
    public Set<String> getSensitiveVariables() {
        return Set.of("SECURITYCENTER_TOKEN", "SECURITYCENTER_COOKIE");
    }
}
