package io.jenkins.plugins.securitycenter.build;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.Extension;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.AbstractProject;
import hudson.model.BuildListener;
import hudson.tasks.BuildWrapper;
import hudson.tasks.BuildWrapperDescriptor;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.run.Engine;
import io.jenkins.plugins.securitycenter.run.MaskingStream;
import io.jenkins.plugins.securitycenter.run.OpenSessions;
import io.jenkins.plugins.securitycenter.run.SessionScope;
import io.jenkins.plugins.securitycenter.run.SessionScopeAction;
import io.jenkins.plugins.securitycenter.step.SessionStep;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Build environment with one session for all build steps; its parameters are those of {@link SessionStep}. */
public final class SessionWrapper extends BuildWrapper {

    private final SessionStep task;

    @DataBoundConstructor
    public SessionWrapper(SessionStep task) {
        this.task = task;
    }

    public SessionStep getTask() {
        return task;
    }

    /** Comes before {@link #setUp}, so the session that is hidden begins here. */
    @Override
    @SuppressWarnings("rawtypes")
    public OutputStream decorateLogger(AbstractBuild build, OutputStream logger) {
        return new MaskingStream(logger, () -> {
            SessionScope scope = SessionScopeAction.scopeOf((AbstractBuild<?, ?>) build);
            return scope == null ? Set.<String>of() : sessions().secrets(scope);
        });
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Environment setUp(AbstractBuild build, Launcher launcher, BuildListener listener)
            throws IOException, InterruptedException {
        AbstractBuild<?, ?> run = build;
        try {
            SessionScope scope = task.scope(run.getEnvironment(listener)::expand);
            run.addAction(new SessionScopeAction(scope));
            return begin(scope, run);
        } catch (SecurityCenterException | IllegalArgumentException e) {
            throw new AbortException(e.getMessage());
        }
    }

    private Environment begin(SessionScope scope, AbstractBuild<?, ?> run) throws IOException, InterruptedException {
        boolean begun = false;
        try {
            Environment session = new Session(scope, sessions().variables(scope, run));
            begun = true;
            return session;
        } finally {
            if (!begun) {
                sessions().end(scope);
            }
        }
    }

    private static OpenSessions sessions() {
        return Engine.get().openSessions();
    }

    private final class Session extends Environment {

        private final SessionScope scope;
        private final Map<String, String> variables;

        Session(SessionScope scope, Map<String, String> variables) {
            this.scope = scope;
            this.variables = variables;
        }

        @Override
        public void buildEnvVars(Map<String, String> env) {
            env.putAll(variables);
        }

        @Override
        @SuppressWarnings("rawtypes")
        public boolean tearDown(AbstractBuild build, BuildListener listener) {
            sessions().end(scope);
            return true;
        }
    }

    /** The form of the build environment. */
    @Extension
    @Symbol("withSecurityCenter")
    public static final class DescriptorImpl extends BuildWrapperDescriptor {

        @Override
        @NonNull
        public String getDisplayName() {
            return Messages.SessionWrapper_displayName();
        }

        @Override
        public boolean isApplicable(AbstractProject<?, ?> item) {
            return true;
        }
    }
}
