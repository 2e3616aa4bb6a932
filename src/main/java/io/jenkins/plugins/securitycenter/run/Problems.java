package io.jenkins.plugins.securitycenter.run;

import hudson.AbortException;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.MessageText;
import io.jenkins.plugins.securitycenter.watch.ScanFailedException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Converts errors of users and servers to failures that log one sentence without a stack trace. */
public final class Problems {

    private static final Logger LOGGER = Logger.getLogger(Problems.class.getName());

    private Problems() {}

    /**
     * Returns an {@link AbortException} with the message of the problem, or the problem itself if it is a bug in this
     * plugin. The message is stored with the build, so characters that XML does not allow are replaced.
     */
    public static Exception forUser(Exception problem) {
        if (problem instanceof SecurityCenterException
                || problem instanceof ScanFailedException
                || problem instanceof IllegalArgumentException) {
            LOGGER.log(Level.FINE, "A build failed", problem);
            return abort(problem.getMessage());
        }
        return problem;
    }

    /**
     * Returns a failure that logs the sentence. It is stored with the build, so characters that XML does not allow,
     * such as those in quoted values, are replaced.
     */
    public static AbortException abort(String sentence) {
        return new AbortException(MessageText.clean(sentence));
    }
}
