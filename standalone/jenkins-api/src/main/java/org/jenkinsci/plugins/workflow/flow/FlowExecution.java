package org.jenkinsci.plugins.workflow.flow;

import edu.umd.cs.findbugs.annotations.NonNull;

public abstract class FlowExecution {
    public FlowExecution() {}

    @SuppressWarnings("deprecation")
    public abstract @NonNull org.acegisecurity.Authentication getAuthentication();
}
