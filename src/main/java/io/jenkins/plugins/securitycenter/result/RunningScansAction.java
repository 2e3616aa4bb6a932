package io.jenkins.plugins.securitycenter.result;

import hudson.model.InvisibleAction;
import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.result.view.RunningScan;
import java.time.Instant;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.StaplerProxy;

/** Shows the scans that a running build waits for; never stored. */
@Restricted(NoExternalUse.class)
public final class RunningScansAction extends InvisibleAction implements StaplerProxy {

    private final Run<?, ?> run;

    RunningScansAction(Run<?, ?> run) {
        this.run = run;
    }

    @Override
    public String getUrlName() {
        return "securitycenter-scans";
    }

    @Override
    public Object getTarget() {
        run.getParent().checkPermission(Item.READ);
        return this;
    }

    /** Returns the URL of the part of the page that changes, below the URL of Jenkins. */
    public String getProgressPath() {
        return run.getUrl() + getUrlName() + "/progress";
    }

    /** Returns whether the build runs, so that further scans may follow. */
    public boolean isBuilding() {
        return run.isBuilding();
    }

    /** Returns the records that the build has until now. */
    public List<FindingsAction> getRecords() {
        return FindingsAction.all(run).toList();
    }

    /** Returns the scans as they are now; none after the end of the build. */
    public List<RunningScan.Line> getScans() {
        Instant now = Instant.now();
        return isBuilding()
                ? RunningScans.get().of(run.getExternalizableId()).stream()
                        .map(scan -> scan.at(now))
                        .toList()
                : List.of();
    }
}
