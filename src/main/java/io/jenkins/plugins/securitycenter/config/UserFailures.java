package io.jenkins.plugins.securitycenter.config;

import hudson.AbortException;
import hudson.model.Descriptor.FormException;
import hudson.model.Failure;
import hudson.util.FormValidation;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.text.MessageText;
import io.jenkins.plugins.securitycenter.watch.poll.ScanFailedException;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Creates the failures that users see: of a build, of a submitted form and of a field of a form. Each shows one
 * sentence
 * without a stack trace.
 */
@Restricted(NoExternalUse.class)
public final class UserFailures {

    private static final Logger LOGGER = Logger.getLogger(UserFailures.class.getName());

    private UserFailures() {}

    /** A check that throws an {@link IllegalArgumentException} with a message for the user. */
    @FunctionalInterface
    public interface Rule {
        void check();
    }

    /**
     * Returns an {@link AbortException} with the message of the problem, or the problem itself if it is a bug in this
     * plugin. The message is stored with the build, so characters that XML does not allow are replaced.
     */
    public static Exception forUser(Exception problem) {
        if (problem instanceof SecurityCenterException
                || problem instanceof ScanFailedException
                || problem instanceof IllegalArgumentException) {
            LOGGER.log(Level.FINE, "A build failed", problem);
            return abort(MessageText.of(problem));
        }
        return problem;
    }

    /**
     * Returns the same for code that may only throw an {@link IOException}.
     *
     * @throws RuntimeException the exception itself if it is a bug
     */
    public static IOException thrown(Exception problem) {
        Exception told = forUser(problem);
        if (told instanceof RuntimeException defect) {
            throw defect;
        }
        return told instanceof IOException sentence ? sentence : new IOException(told);
    }

    /**
     * Returns a failure that logs the sentence. It is stored with the build, so characters that XML does not allow,
     * such as those in quoted values, are replaced.
     */
    public static AbortException abort(String sentence) {
        return new AbortException(MessageText.clean(sentence));
    }

    /** Returns the failure of a submitted form. */
    public static Failure refused(IllegalArgumentException problem) {
        return new Failure(problem.getMessage());
    }

    /** Returns the failure of a submitted form because of one of its fields. */
    public static FormException refused(IllegalArgumentException problem, String field) {
        return new FormException(problem.getMessage(), field);
    }

    /** Returns the result of a check for a field of a form. */
    public static FormValidation validation(Rule rule) {
        try {
            rule.check();
            return FormValidation.ok();
        } catch (IllegalArgumentException e) {
            return error(MessageText.of(e));
        }
    }

    static FormValidation error(String sentence) {
        return FormValidation.error(sentence);
    }
}
