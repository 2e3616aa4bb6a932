package io.jenkins.plugins.securitycenter.assistant;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Run;
import hudson.security.ACL;
import io.jenkins.plugins.securitycenter.record.RecordToken;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.text.MessageText;
import java.util.List;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import org.springframework.security.access.AccessDeniedException;

/**
 * Finds the record that an assistant asks for, with the permissions of the current user.
 *
 * @param job the full name of the job
 * @param build the number of the build; null for the last build with a record
 * @param id the ID of the record; empty for the one with the default ID, or the first record
 */
record RecordLookup(String job, @CheckForNull Integer build, String id) {

    /** The maximum number of builds to search for a record. */
    static final int BUILDS = 10;

    private static final int SHOWN = 200;

    RecordLookup {
        job = job.strip();
        id = id.strip();
    }

    /** Creates a search from parameters, of which those that are missing are null. */
    static RecordLookup of(@CheckForNull String job, @CheckForNull Integer build, @CheckForNull String id) {
        return new RecordLookup(Util.fixNull(job), build, Util.fixNull(id));
    }

    /** @throws IllegalArgumentException with a sentence for users if there is no such record that the user may read */
    FindingsAction find() {
        Job<?, ?> known = readableJob();
        Run<?, ?> run = build == null ? lastWithRecord(known) : known.getBuildByNumber(build);
        if (run == null || !run.hasPermission(Item.READ)) {
            throw new IllegalArgumentException(
                    build == null
                            ? "None of the last " + BUILDS + " builds of job " + quoted(job) + " has findings."
                            : "Job " + quoted(job) + " has no build " + build + ".");
        }
        return RecordToken.record(run, id).orElseThrow(() -> noRecord(run));
    }

    private Job<?, ?> readableJob() {
        if (job.isEmpty()) {
            throw new IllegalArgumentException(
                    "Parameter job is missing; enter the full name of a job, for example \"folder/job\".");
        }
        try {
            Job<?, ?> found = permitted() ? Jenkins.get().getItemByFullName(job, Job.class) : null;
            if (found != null && found.hasPermission(Item.READ)) {
                return found;
            }
        } catch (AccessDeniedException e) {
            // A user with only Discover permission must not learn more.
        }
        throw new IllegalArgumentException("Job " + quoted(job) + " does not exist, or you may not read it.");
    }

    /** Returns whether the caller is a user of Jenkins. Nobody asks in the name of Jenkins itself. */
    private static boolean permitted() {
        return !ACL.SYSTEM2.equals(Jenkins.getAuthentication2())
                && Jenkins.get().hasPermission(Jenkins.READ);
    }

    @CheckForNull
    private static Run<?, ?> lastWithRecord(Job<?, ?> job) {
        Run<?, ?> run = job.getLastBuild();
        for (int i = 0; i < BUILDS && run != null; i++) {
            if (!FindingsAction.recorded(run).isEmpty()) {
                return run;
            }
            run = run.getPreviousBuild();
        }
        return null;
    }

    private IllegalArgumentException noRecord(Run<?, ?> run) {
        List<FindingsAction> records = run.getActions(FindingsAction.class);
        String which = "Build " + run.getNumber() + " of job " + quoted(job);
        return new IllegalArgumentException(
                records.isEmpty()
                        ? which + " has no findings."
                        : which + " has no record " + quoted(id) + "; its records are "
                                + records.stream()
                                        .map(FindingsAction::getId)
                                        .collect(Collectors.joining("\", \"", "\"", "\".")));
    }

    private static String quoted(String text) {
        return "\"" + MessageText.line(MessageText.shortened(text, SHOWN)) + "\"";
    }
}
