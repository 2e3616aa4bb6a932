package io.jenkins.plugins.securitycenter.build;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.AbstractProject;
import hudson.model.BuildListener;
import hudson.tasks.BuildWrapper;
import hudson.tasks.BuildWrapperDescriptor;
import hudson.util.XStream2;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.config.UserFailures;
import io.jenkins.plugins.securitycenter.step.SessionStep;
import io.jenkins.plugins.securitycenter.task.MaskingOutputStream;
import io.jenkins.plugins.securitycenter.task.SecurityCenterService;
import io.jenkins.plugins.securitycenter.task.SessionScope;
import io.jenkins.plugins.securitycenter.task.SessionScopeAction;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.Symbol;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * Build environment with a session for the steps and scripts of the build, with the parameters of {@link SessionStep}.
 */
@Restricted(NoExternalUse.class)
public final class SessionWrapper extends BuildWrapper {

    private static final Logger LOGGER = Logger.getLogger(SessionWrapper.class.getName());

    /** The maximum time that the build waits for the session to close; closing continues in the background. */
    private static final int ENDING_SECONDS = 20;

    private final SessionStep task;

    @DataBoundConstructor
    public SessionWrapper(SessionStep task) {
        this.task = task;
    }

    public SessionStep getTask() {
        return task;
    }

    /** Called before {@link #setUp}, so the session whose secrets are masked is opened here. */
    @Override
    @SuppressWarnings("rawtypes")
    public OutputStream decorateLogger(AbstractBuild build, OutputStream logger) {
        return new MaskingOutputStream(logger, () -> {
            SessionScope scope = SessionScopeAction.scopeOf((AbstractBuild<?, ?>) build);
            return scope == null ? List.<String>of() : scope.hidden();
        });
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void makeSensitiveBuildVariables(AbstractBuild build, Set<String> sensitiveVariables) {
        sensitiveVariables.addAll(SessionScope.SENSITIVE);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Environment setUp(AbstractBuild build, Launcher launcher, BuildListener listener)
            throws IOException, InterruptedException {
        AbstractBuild<?, ?> run = build;
        try {
            SessionScope scope = FreestyleRunner.given(task).scope(run.getEnvironment(listener)::expand);
            run.addAction(new SessionScopeAction(scope));
            return begin(scope, run, listener);
        } catch (SecurityCenterException | IllegalArgumentException e) {
            throw UserFailures.thrown(e);
        }
    }

    private Environment begin(SessionScope scope, AbstractBuild<?, ?> run, BuildListener listener)
            throws IOException, InterruptedException {
        SecurityCenterService engine = SecurityCenterService.get();
        FutureTask<Void> login = new FutureTask<>(() -> {
            engine.openSessions().begin(scope, run, listener);
            return null;
        });
        // An abort must not interrupt the login, which would leave an unknown session open.
        engine.executeSessionTask(login);
        boolean begun = false;
        try {
            login.get();
            begun = true;
            return new Session(scope);
        } catch (ExecutionException e) {
            throw cause(e);
        } finally {
            if (!begun) {
                engine.openSessions().end(scope);
            }
        }
    }

    private static IOException cause(ExecutionException problem) {
        if (problem.getCause() instanceof IOException sentence) {
            return sentence;
        }
        if (problem.getCause() instanceof RuntimeException defect) {
            throw defect;
        }
        return new IOException(problem.getCause());
    }

    private final class Session extends Environment {

        private final SessionScope scope;

        Session(SessionScope scope) {
            this.scope = scope;
        }

        @Override
        public void buildEnvVars(Map<String, String> env) {
            env.putAll(scope.escapedVariables());
        }

        @Override
        @SuppressWarnings("rawtypes")
        public boolean tearDown(AbstractBuild build, BuildListener listener) throws InterruptedException {
            try {
                SecurityCenterService.get().openSessions().end(scope).get(ENDING_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                LOGGER.log(Level.FINE, "The session is not closed yet", e);
            }
            return true;
        }
    }

    /** Reads the stored build environment. */
    public static final class ConverterImpl extends StoredTaskConverter<SessionWrapper> {

        public ConverterImpl(XStream2 xstream) {
            super(xstream, SessionWrapper::getTask);
        }
    }

    /** The descriptor of the build environment. */
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
