package io.jenkins.plugins.securitycenter.verification;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.listeners.RunListener;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Deletes the files of the verifications of a build that has ended; their records do not need them. */
@Extension
@Restricted(NoExternalUse.class)
public final class VerificationCleanup extends RunListener<Run<?, ?>> {

    private static final Logger LOGGER = Logger.getLogger(VerificationCleanup.class.getName());

    @Override
    public void onFinalized(Run<?, ?> build) {
        try {
            VerificationFiles.deleteAll(build.getRootDir().toPath());
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.FINE, "Could not delete the files of a verification", e);
        }
    }
}
