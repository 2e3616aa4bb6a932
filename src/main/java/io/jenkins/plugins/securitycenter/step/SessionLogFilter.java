package io.jenkins.plugins.securitycenter.step;

import hudson.console.ConsoleLogFilter;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.task.MaskingOutputStream;
import io.jenkins.plugins.securitycenter.task.SessionScope;
import java.io.OutputStream;
import java.io.Serializable;

/** Masks the secrets of the session in the log of a block. It is self-contained, so that it works on agents too. */
final class SessionLogFilter extends ConsoleLogFilter implements Serializable {

    private static final long serialVersionUID = 1;

    private final SessionScope scope;

    SessionLogFilter(SessionScope scope) {
        this.scope = scope;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public OutputStream decorateLogger(Run build, OutputStream logger) {
        return new MaskingOutputStream(logger, scope::hidden);
    }
}
