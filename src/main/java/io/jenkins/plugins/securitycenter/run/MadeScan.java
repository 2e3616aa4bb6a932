package io.jenkins.plugins.securitycenter.run;

import hudson.model.InvisibleAction;
import hudson.model.Run;
import java.io.IOException;

/**
 * Remembers in a build that a scan is made for it. A copy of this Jenkins has the same identity and goes on counting its
 * builds from the same number, so these do not tell whose a scan is.
 */
public final class MadeScan extends InvisibleAction {

    private final String key;

    private MadeScan(String key) {
        this.key = key;
    }

    /** Stores it before the scan is made. */
    static void remember(Run<?, ?> run, String key) throws IOException {
        if (!known(run, key)) {
            run.addAction(new MadeScan(key));
            run.save();
        }
    }

    static boolean known(Run<?, ?> run, String key) {
        return run.getActions(MadeScan.class).stream().anyMatch(made -> made.key.equals(key));
    }
}
