package io.jenkins.plugins.securitycenter.task;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.InvisibleAction;
import hudson.model.Run;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Provides the session of a freestyle build to its steps. */
@Restricted(NoExternalUse.class)
public final class SessionScopeAction extends InvisibleAction {

    /** Not stored, because a freestyle build does not survive a restart. */
    private final transient SessionScope scope;

    public SessionScopeAction(SessionScope scope) {
        this.scope = scope;
    }

    /** Returns the session that encloses the steps of a build; null for none. */
    @CheckForNull
    public static SessionScope scopeOf(Run<?, ?> run) {
        SessionScopeAction action = run.getAction(SessionScopeAction.class);
        return action == null ? null : action.scope;
    }
}
