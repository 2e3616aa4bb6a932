package io.jenkins.plugins.securitycenter.result;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Action;
import hudson.model.Run;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Adds the action to builds that wait, or recently waited, for scans. */
@Restricted(NoExternalUse.class)
@Extension
@SuppressWarnings("rawtypes")
public final class RunningScansActionFactory extends TransientActionFactory<Run> {

    @Override
    public Class<Run> type() {
        return Run.class;
    }

    @Override
    public Class<? extends Action> actionType() {
        return RunningScansAction.class;
    }

    @NonNull
    @Override
    public Collection<? extends Action> createFor(@NonNull Run run) {
        return RunningScans.get().known(run.getExternalizableId()) ? List.of(new RunningScansAction(run)) : List.of();
    }
}
