package io.jenkins.plugins.securitycenter.record;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.SecurityRealm;
import hudson.util.FormValidation;
import java.util.List;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Looks up the job whose builds are used as reference. */
@Restricted(NoExternalUse.class)
public final class ReferenceJob {

    private static final String NEEDED = "enter the full name of a job, such as folder/job.";
    private static final String FOR_SYSTEM =
            "a build that runs as SYSTEM can read jobs in its own folder and jobs that every logged-in user can"
                    + " read.";
    private static final Authentication EVERY_USER = new UsernamePasswordAuthenticationToken(
            "authenticated", "", List.of(SecurityRealm.AUTHENTICATED_AUTHORITY2));

    private ReferenceJob() {}

    /**
     * Returns the job of that name if the build can read it. A build that runs as a user can read the jobs that the
     * user can read. A build that runs as SYSTEM can read its own job, jobs in the same folder, and jobs that every
     * logged-in user can read.
     *
     * @param name absolute, or relative to the job of the build
     * @throws IllegalArgumentException if the job does not exist or cannot be read, with the same message in both cases
     */
    static Job<?, ?> ofBuild(String name, Run<?, ?> build) {
        boolean system = ACL.SYSTEM2.equals(Jenkins.getAuthentication2());
        Job<?, ?> job = find(name, build.getParent());
        if (job == null || !(system ? forSystem(job, build.getParent()) : job.hasPermission(Item.READ))) {
            throw unknown(name, system ? FOR_SYSTEM : NEEDED);
        }
        return job;
    }

    /** Returns whether both are the same job, even if Jenkins has reloaded its configuration in the meantime. */
    public static boolean same(Job<?, ?> one, Job<?, ?> other) {
        return one.getFullName().equals(other.getFullName());
    }

    /** Returns whether the parameter {@code reference} of a build names another job than that of the build. */
    static boolean other(String name, Run<?, ?> build) {
        return !name.isEmpty() && !same(ofBuild(name, build), build.getParent());
    }

    private static boolean forSystem(Job<?, ?> job, Job<?, ?> own) {
        return same(job, own) || inFolderOf(job, own) || job.getACL().hasPermission2(EVERY_USER, Item.READ);
    }

    /** Returns whether both jobs are in the same folder. The top level does not count as a folder. */
    private static boolean inFolderOf(Job<?, ?> job, Job<?, ?> own) {
        return own.getParent() != Jenkins.get() && job.getParent() == own.getParent();
    }

    /** Returns a warning if the current user cannot find the job; a build may still find it. */
    public static FormValidation check(String name, @CheckForNull Item context) {
        return name.isBlank() || name.contains("$") || find(name.trim(), context) != null
                ? FormValidation.ok()
                : FormValidation.warning(unknown(name.trim(), NEEDED).getMessage());
    }

    private static IllegalArgumentException unknown(String name, String needed) {
        return new IllegalArgumentException(
                "Reference job \"" + name + "\" does not exist or cannot be read; " + needed);
    }

    @CheckForNull
    private static Job<?, ?> find(String name, @CheckForNull Item context) {
        try {
            return Jenkins.get().getItem(name, context, Job.class);
        } catch (AccessDeniedException e) {
            // A user with only Discover permission must not learn more.
            return null;
        }
    }
}
