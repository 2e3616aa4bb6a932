package io.jenkins.plugins.securitycenter.manage;

import hudson.Extension;
import hudson.model.PeriodicWork;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Checks the configured servers ten minutes after Jenkins has started, and then once a day. */
@Restricted(NoExternalUse.class)
@Extension
public final class StatusWork extends PeriodicWork {

    @Override
    public long getRecurrencePeriod() {
        return DAY;
    }

    @Override
    public long getInitialDelay() {
        return 10 * MIN;
    }

    @Override
    protected void doRun() {
        ServerStatuses.get().checkAll();
    }
}
