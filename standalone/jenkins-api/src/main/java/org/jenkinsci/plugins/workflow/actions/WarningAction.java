package org.jenkinsci.plugins.workflow.actions;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Result;

public class WarningAction implements PersistentAction {
    public WarningAction(@NonNull Result result) {}

    public native WarningAction withMessage(@CheckForNull String message);

    @Override
    public native String getDisplayName();

    @Override
    public native String getIconFileName();

    @Override
    public native String getUrlName();
}
