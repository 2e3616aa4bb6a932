package io.jenkins.plugins.securitycenter.record;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;

/** Searches for the reference build. */
final class ReferenceSearch {

    /** Limits the search, because each build is loaded from disk. */
    static final int MOST_BUILDS = 200;

    private final String recordId;
    private final Severity minimum;
    private final PrintStream log;

    ReferenceSearch(String recordId, Severity minimum, PrintStream log) {
        this.recordId = recordId;
        this.minimum = minimum;
        this.log = log;
    }

    /**
     * Opens the findings of the last earlier build with passed gates.
     *
     * @param job the job to search; empty for the job of the build
     * @return the reference, which the caller closes; empty for none
     * @throws IllegalArgumentException if the job does not exist or the build cannot read it, with a message for the
     *     user
     */
    Optional<ReferenceBuild> before(Run<?, ?> build, String job) {
        Run<?, ?> candidate = job.isEmpty()
                ? build.getPreviousBuild()
                : ReferenceJob.ofBuild(job, build).getLastCompletedBuild();
        for (int seen = 0; candidate != null; seen++) {
            if (seen == MOST_BUILDS) {
                log.println("None of the last " + MOST_BUILDS + " builds has a record \"" + recordId
                        + "\" with passed gates; earlier builds are not searched.");
                return Optional.empty();
            }
            Optional<FindingsAction> action = FindingsAction.of(candidate, recordId);
            Optional<ReferenceBuild> found = action.flatMap(record -> usable(record, build));
            if (found.isPresent()) {
                return found;
            }
            Run<?, ?> shortcut = action.map(ReferenceSearch::comparedWith).orElse(null);
            candidate = shortcut == null ? candidate.getPreviousBuild() : shortcut;
        }
        return Optional.empty();
    }

    private Optional<ReferenceBuild> usable(FindingsAction action, Run<?, ?> build) {
        try {
            return action.summary().verdict().passed()
                    ? Optional.of(ReferenceBuild.open(action, minimum, build))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            log.println("Skipped reference build " + action.getRun().getExternalizableId() + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Returns the reference of a build whose gates did not pass: no build between the two has passed. */
    @CheckForNull
    private static Run<?, ?> comparedWith(FindingsAction action) {
        Run<?, ?> run = action.getRun();
        String prefix = run.getParent().getFullName() + "#";
        String reference = action.getReference();
        if (!reference.startsWith(prefix)
                || !reference.substring(prefix.length()).matches("\\d{1,9}")) {
            return null;
        }
        int number = Integer.parseInt(reference.substring(prefix.length()));
        return number < run.getNumber() ? run.getParent().getBuildByNumber(number) : null;
    }
}
