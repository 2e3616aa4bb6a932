package io.jenkins.plugins.securitycenter.result;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Action;
import hudson.model.Run;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;
import jenkins.model.experimentalflags.UserExperimentalFlag;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Adds a tab for each record to builds, for users who chose the new page of builds. */
@Restricted(NoExternalUse.class)
@Extension
@SuppressWarnings("rawtypes")
public final class RecordTabFactory extends TransientActionFactory<Run> {

    private static final String NEW_PAGE = "jenkins.model.experimentalflags.NewBuildPageUserExperimentalFlag";

    @Override
    public Class<Run> type() {
        return Run.class;
    }

    @Override
    public Class<? extends Action> actionType() {
        return RecordTab.class;
    }

    @NonNull
    @Override
    public Collection<? extends Action> createFor(@NonNull Run run) {
        return Boolean.TRUE.equals(UserExperimentalFlag.<Boolean>getFlagValueForCurrentUser(NEW_PAGE))
                ? FindingsAction.all(run).map(RecordTab::new).toList()
                : List.of();
    }
}
