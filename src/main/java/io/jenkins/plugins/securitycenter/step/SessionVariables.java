package io.jenkins.plugins.securitycenter.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.EnvVars;
import io.jenkins.plugins.securitycenter.task.SessionScope;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;

/** Provides the variables of the block. Pipeline calls it on a thread that must not wait, so it makes no requests. */
final class SessionVariables extends EnvironmentExpander {

    private static final long serialVersionUID = 1;

    private final SessionScope scope;

    SessionVariables(SessionScope scope) {
        this.scope = scope;
    }

    @Override
    public void expand(@NonNull EnvVars env) {
        env.putAll(scope.variables());
    }

    @Override
    @NonNull
    public Set<String> getSensitiveVariables() {
        return SessionScope.SENSITIVE;
    }
}
