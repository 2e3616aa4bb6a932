package io.jenkins.plugins.securitycenter.record;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.result.ReferenceChoice;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Searches for the reference build. */
final class ReferenceSearch {

    /** Limits the search, because each build is loaded from disk. */
    static final int MOST_BUILDS = 200;

    private final String recordId;
    private final Severity minimum;
    private final PrintStream log;
    private boolean recordsFound;
    private boolean lost;

    ReferenceSearch(String recordId, Severity minimum, PrintStream log) {
        this.recordId = recordId;
        this.minimum = minimum;
        this.log = log;
    }

    /**
     * Opens the findings of the last earlier build with passed gates. If a user chose a record, the builds that were
     * recorded before that are replaced by the chosen one, whatever the verdict on it.
     *
     * @param job the job to search; empty for the job of the build
     * @return the reference, which the caller closes; empty for none
     * @throws IllegalArgumentException if the job does not exist, the build cannot read it, or the findings of a chosen
     *     record cannot be read, with a message for the user
     */
    Optional<ReferenceBuild> before(Run<?, ?> build, String job) {
        Job<?, ?> searched = job.isEmpty() ? build.getParent() : ReferenceJob.ofBuild(job, build);
        boolean own = ReferenceJob.same(searched, build.getParent());
        Run<?, ?> candidate = searched.getLastBuild();
        int seen = 0;
        while (candidate != null && !(recordsFound && seen == MOST_BUILDS)) {
            if (seen == MOST_BUILDS) {
                candidate = lastWithRecord(candidate);
                seen = 0;
                continue;
            }
            // Other builds are read only because a user may have made a choice while they were running.
            boolean recorded = own ? candidate.getNumber() < build.getNumber() : !candidate.isBuilding();
            Optional<FindingsAction> chosen = ReferenceChoice.reached(candidate, recordId);
            if (chosen.isPresent() && !isLater(chosen.get(), build)) {
                return Optional.of(chosen(chosen.get(), build));
            }
            Optional<FindingsAction> action = recorded ? record(candidate) : Optional.empty();
            Optional<ReferenceBuild> found = action.flatMap(record -> usable(record, build));
            if (found.isPresent()) {
                return found;
            }
            seen += recorded ? 1 : 0;
            candidate = next(candidate, action);
        }
        if (candidate != null) {
            log.println("None of the last " + MOST_BUILDS + " builds has a record \"" + recordId
                    + "\" with passed gates; earlier builds are not searched.");
        }
        lost |= !own && comparedBefore(build, searched);
        return Optional.empty();
    }

    /** Returns whether an earlier build was compared with the other job, or lacked its reference. */
    private boolean comparedBefore(Run<?, ?> build, Job<?, ?> other) {
        Run<?, ?> earlier = build.getPreviousBuild();
        for (int seen = 0; earlier != null && seen < MOST_BUILDS; seen++) {
            Optional<FindingsAction> record = record(earlier);
            if (record.isPresent()
                    && (record.get().getReference().startsWith(other.getFullName() + "#")
                            || changesViolated(record.get()))) {
                return true;
            }
            earlier = earlier.getPreviousBuild();
        }
        return false;
    }

    private static boolean changesViolated(FindingsAction record) {
        try {
            return record.getReference().isEmpty() && record.summary().verdict().changesViolated();
        } catch (IllegalArgumentException e) {
            return true; // its verdict cannot be read
        }
    }

    private Optional<FindingsAction> record(Run<?, ?> build) {
        return FindingsAction.of(build, recordId).filter(record -> !record.verifies());
    }

    /** Returns the build to look at after one that is no reference. */
    @CheckForNull
    private Run<?, ?> next(Run<?, ?> candidate, Optional<FindingsAction> action) {
        action.ifPresent(this::unusable);
        Run<?, ?> shortcut = action.map(this::comparedWith).orElse(null);
        return shortcut == null ? candidate.getPreviousBuild() : shortcut;
    }

    /**
     * Returns whether the last search found nothing although there was a reference once: it was deleted or cannot be read.
     */
    boolean lost() {
        return lost;
    }

    private void unusable(FindingsAction record) {
        recordsFound = true;
        lost |= !record.getReference().isEmpty() || wasReference(record);
    }

    /** Returns whether the record may have been a reference, or lacked one that was lost. */
    private static boolean wasReference(FindingsAction record) {
        try {
            Verdict verdict = record.summary().verdict();
            // without a reference, only a lost one violates a gate for changes
            return verdict.passed() || verdict.changesViolated();
        } catch (IllegalArgumentException e) {
            return true; // its verdict cannot be read
        }
    }

    /**
     * Returns the last build up to the given one that has the file of such a record. Builds without it are not loaded, because
     * there may be many.
     */
    @CheckForNull
    private Run<?, ?> lastWithRecord(Run<?, ?> build) {
        Path builds = build.getRootDir().toPath().getParent();
        try (Stream<Path> all = Files.list(builds)) {
            OptionalInt last = all.filter(directory -> Files.exists(StoredFindings.file(directory, recordId)))
                    .map(directory -> String.valueOf(directory.getFileName()))
                    .filter(name -> name.matches("\\d{1,9}"))
                    .mapToInt(Integer::parseInt)
                    .filter(number -> number <= build.getNumber())
                    .max();
            return last.isPresent() ? build.getParent().getBuildByNumber(last.getAsInt()) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The builds of job \"" + build.getParent().getFullName() + "\" cannot be listed: " + e.getMessage(),
                    e);
        }
    }

    /** Returns whether the record belongs to this or a later build of the same job. */
    private static boolean isLater(FindingsAction action, Run<?, ?> build) {
        Run<?, ?> run = action.getRun();
        return ReferenceJob.same(run.getParent(), build.getParent()) && run.getNumber() >= build.getNumber();
    }

    private ReferenceBuild chosen(FindingsAction action, Run<?, ?> build) {
        String name = action.getRun().getExternalizableId();
        String user = ReferenceChoice.of(action).map(ReferenceChoice::getUser).orElse("");
        try {
            ReferenceBuild reference = ReferenceBuild.open(action, minimum, build);
            log.println("User \"" + user + "\" chose " + name + " as the reference");
            return reference;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "Build " + name + ", which user \"" + user + "\" chose as the reference, cannot be read: "
                            + e.getMessage()
                            + " Take the choice back on the page of that build, or choose another one.",
                    e);
        }
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

    /**
     * Returns the reference of a build whose gates did not pass: no build between the two has passed. Null if that is
     * not certain, because the reference was chosen at that time and is not any more, or another build was running.
     */
    @CheckForNull
    private Run<?, ?> comparedWith(FindingsAction action) {
        Run<?, ?> run = action.getRun();
        String prefix = run.getParent().getFullName() + "#";
        String reference = action.getReference();
        if (!reference.startsWith(prefix)
                || !reference.substring(prefix.length()).matches("\\d{1,9}")) {
            return null;
        }
        int number = Integer.parseInt(reference.substring(prefix.length()));
        Run<?, ?> compared = number < run.getNumber() ? run.getParent().getBuildByNumber(number) : null;
        boolean certain = compared != null
                && !recordedMeanwhile(number, run)
                && (!action.origin().referenceChosen()
                        || FindingsAction.of(compared, recordId)
                                .flatMap(ReferenceChoice::of)
                                .isPresent());
        return certain ? compared : null;
    }

    /** Returns whether a build between the two was recorded after the later one had started. No build is loaded for it. */
    private boolean recordedMeanwhile(int earlier, Run<?, ?> later) {
        Path directory = later.getRootDir().toPath();
        return IntStream.range(earlier + 1, later.getNumber())
                .mapToObj(number -> StoredFindings.file(directory.resolveSibling(Integer.toString(number)), recordId))
                .anyMatch(file -> file.toFile().lastModified() > later.getStartTimeInMillis());
    }
}
