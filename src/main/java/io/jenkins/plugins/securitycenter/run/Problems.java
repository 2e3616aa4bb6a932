package io.jenkins.plugins.securitycenter.run;

import hudson.AbortException;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.MessageText;
import io.jenkins.plugins.securitycenter.watch.ScanFailedException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns what a user or a server did wrong into a failure whose log is one sentence without a stack trace. */
public final class Problems {

    private static final Logger LOGGER = Logger.getLogger(Problems.class.getName());

    private Problems() {}

    /**
     * An {@link AbortException} with the sentence of the problem, which may quote anything that a server says and is
     * stored with the build; the problem itself when it is a defect.
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
     * A failure whose log is that sentence. It may quote what servers and users say: it is stored with the build, so what
     * XML cannot express is replaced.
     */
    public static AbortException abort(String sentence) {
        return new AbortException(MessageText.clean(sentence));
    }
}
