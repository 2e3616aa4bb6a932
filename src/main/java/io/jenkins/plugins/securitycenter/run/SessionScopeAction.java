package io.jenkins.plugins.securitycenter.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.InvisibleAction;
import hudson.model.Run;

/** Tells the steps of a freestyle build which session encloses them. */
public final class SessionScopeAction extends InvisibleAction {

    /** Not stored: a freestyle build does not survive a restart, so nobody asks for it afterwards. */
    private final transient SessionScope scope;

    public SessionScopeAction(SessionScope scope) {
        this.scope = scope;
    }

    public SessionScope scope() {
        return scope;
    }

    /** The session that encloses the steps of a build; null for none. */
    @CheckForNull
    public static SessionScope scopeOf(Run<?, ?> run) {
        SessionScopeAction action = run.getAction(SessionScopeAction.class);
        return action == null ? null : action.scope;
    }
}
