package io.jenkins.plugins.securitycenter.task;

import hudson.model.InvisibleAction;
import hudson.model.Run;
import java.io.IOException;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Stores in a build the token of an on-demand scan. The token identifies the build that owns a scan; the Jenkins
 * instance and the build number do not, because a copy of this Jenkins has the same instance ID and continues with the
 * same build numbers.
 */
@Restricted(NoExternalUse.class)
public final class OnDemandScanAction extends InvisibleAction {

    private final String key;

    private OnDemandScanAction(String key) {
        this.key = key;
    }

    /** Stores the token before the scan is created. */
    static void remember(Run<?, ?> run, String key) throws IOException {
        if (!known(run, key)) {
            run.addAction(new OnDemandScanAction(key));
            run.save();
        }
    }

    static boolean known(Run<?, ?> run, String key) {
        return run.getActions(OnDemandScanAction.class).stream().anyMatch(made -> made.key.equals(key));
    }
}
