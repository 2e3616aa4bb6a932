package io.jenkins.plugins.securitycenter.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.model.Job;
import hudson.util.FormValidation;
import jenkins.model.Jenkins;
import org.springframework.security.access.AccessDeniedException;

/** The job whose builds to compare with. */
public final class ReferenceJob {

    private ReferenceJob() {}

    /**
     * The job of that name.
     *
     * @param context the job from which relative names start
     * @throws IllegalArgumentException with a sentence when the caller can find no such job
     */
    static Job<?, ?> of(String name, @CheckForNull Item context) {
        Job<?, ?> job = find(name, context);
        if (job == null) {
            throw new IllegalArgumentException("reference \"" + name
                    + "\" is no job, or may not be read; the name of a job is needed, with its folder if it has one.");
        }
        return job;
    }

    /** A warning when who looks at the form can find no such job; a build may still be able to. */
    public static FormValidation check(String name, @CheckForNull Item context) {
        try {
            if (!name.isBlank() && !name.contains("$")) {
                of(name.trim(), context);
            }
            return FormValidation.ok();
        } catch (IllegalArgumentException e) {
            return FormValidation.warning(e.getMessage());
        }
    }

    @CheckForNull
    private static Job<?, ?> find(String name, Item context) {
        try {
            return Jenkins.get().getItem(name, context, Job.class);
        } catch (AccessDeniedException e) {
            // who may only know that there is something must not learn more
            return null;
        }
    }
}
