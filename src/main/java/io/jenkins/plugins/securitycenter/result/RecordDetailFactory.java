package io.jenkins.plugins.securitycenter.result;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Run;
import java.util.List;
import jenkins.model.details.Detail;
import jenkins.model.details.DetailFactory;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Adds a line for each record to the details of builds. */
@Restricted(NoExternalUse.class)
@Extension
@SuppressWarnings("rawtypes")
public final class RecordDetailFactory extends DetailFactory<Run> {

    @Override
    public Class<Run> type() {
        return Run.class;
    }

    @NonNull
    @Override
    public List<? extends Detail> createFor(@NonNull Run run) {
        return FindingsAction.all(run).map(RecordDetail::new).toList();
    }
}
