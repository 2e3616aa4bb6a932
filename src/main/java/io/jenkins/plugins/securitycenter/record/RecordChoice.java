package io.jenkins.plugins.securitycenter.record;

import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The choice of a record of this or an earlier build.
 *
 * @param job the full name of the job; empty for that of the build
 * @param build the number of the build, or {@code last}; empty for the reference of the next record
 * @param id the ID of the record
 */
@Restricted(NoExternalUse.class)
public record RecordChoice(String job, String build, String id) {

    /** The last build with such a record. */
    public static final String LAST = "last";

    /** @throws IllegalArgumentException if the number or the ID is not valid, with a message for the user */
    public RecordChoice {
        if (!build.isEmpty() && !build.equals(LAST) && !build.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException("build \"" + build + "\" is not valid; enter the number of a build, or "
                    + LAST + ", or nothing for the reference.");
        }
        StoredFindings.checkId(id);
    }

    /**
     * Returns the record.
     *
     * @throws IllegalArgumentException if it does not exist or the build cannot read it, with a message for the user
     */
    public FindingsAction find(Run<?, ?> run, PrintStream log) throws IOException {
        Job<?, ?> searched = job.isEmpty() ? run.getParent() : ReferenceJob.ofBuild(job, run);
        if (build.isEmpty()) {
            return reference(run, searched, log);
        }
        return build.equals(LAST) ? last(run, searched) : ofBuild(searched);
    }

    private FindingsAction reference(Run<?, ?> run, Job<?, ?> searched, PrintStream log) throws IOException {
        try (ReferenceBuild found = new ReferenceSearch(id, Severity.INFO, log)
                .before(run, job)
                .orElseThrow(() -> new IllegalArgumentException("Job \"" + searched.getFullName()
                        + "\" has no reference record \"" + id + "\"; set build to the number of a build, or to " + LAST
                        + "."))) {
            return found.record();
        }
    }

    private FindingsAction last(Run<?, ?> run, Job<?, ?> searched) {
        Run<?, ?> candidate = searched.getLastBuild();
        for (int i = 0; i < ReferenceSearch.MOST_BUILDS && candidate != null; i++) {
            boolean own = ReferenceJob.same(searched, run.getParent());
            if (!own || candidate.getNumber() <= run.getNumber()) {
                for (FindingsAction record : FindingsAction.recorded(candidate)) {
                    if (record.getId().equals(id)) {
                        return record;
                    }
                }
            }
            candidate = candidate.getPreviousBuild();
        }
        throw new IllegalArgumentException("None of the last " + ReferenceSearch.MOST_BUILDS + " builds of job \""
                + searched.getFullName() + "\" has a record \"" + id + "\"; set build to the number of a build.");
    }

    private FindingsAction ofBuild(Job<?, ?> searched) {
        Run<?, ?> chosen = searched.getBuildByNumber(Integer.parseInt(build));
        if (chosen == null) {
            throw new IllegalArgumentException("Build " + build + " of job \"" + searched.getFullName()
                    + "\" does not exist; set build to the number of another build.");
        }
        return FindingsAction.of(chosen, id)
                .orElseThrow(() -> new IllegalArgumentException("Build " + chosen.getExternalizableId()
                        + " has no record \"" + id + "\"" + others(chosen) + "."));
    }

    private static String others(Run<?, ?> chosen) {
        List<FindingsAction> records = chosen.getActions(FindingsAction.class);
        return records.isEmpty()
                ? "; set build to the number of a build that recorded findings"
                : "; set id to one of "
                        + records.stream().map(FindingsAction::getId).collect(Collectors.joining(", "));
    }
}
