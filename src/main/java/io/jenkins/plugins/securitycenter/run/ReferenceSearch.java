package io.jenkins.plugins.securitycenter.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;

/** Looks for the build to compare with. */
final class ReferenceSearch {

    /** Each build is read from the disk, so that the search has to end. */
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
     * Opens the last build with passed gates, among those before the given one.
     *
     * @param job the job to look in; empty for the build's own
     * @return the reference, which the caller closes; empty for none
     * @throws IllegalArgumentException with a sentence when there is no such job, or the build may not read it
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

    /** What a build whose gates did not pass was compared with itself: no build between the two has passed. */
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
