package io.jenkins.plugins.securitycenter.result;

import hudson.model.Run;
import io.jenkins.plugins.securitycenter.findings.OpenFindingFile;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Chooses records as the reference of later builds, and takes choices back. */
final class ReferenceChoices {

    private ReferenceChoices() {}

    /**
     * Chooses a record as the reference of all builds that are recorded from now on.
     *
     * @throws IllegalArgumentException if the record cannot be a reference, with a message for the user
     * @throws IOException if the choice cannot be stored; then the record is not chosen
     */
    static synchronized void choose(FindingsAction record, String user, Instant now) throws IOException {
        checkReadable(record);
        checkSelection(record);
        Run<?, ?> run = record.getRun();
        takeBack(record);
        ReferenceChoice choice =
                new ReferenceChoice(record, run.getParent().getLastBuild().getNumber(), user, now);
        Set<Run<?, ?>> builds = builds(choice, run);
        try {
            for (Run<?, ?> build : builds) {
                build.addAction(choice);
                build.save();
            }
        } catch (IOException e) {
            builds.forEach(build -> build.removeAction(choice));
            throw e;
        }
    }

    /** Takes the choice of the record back; returns false and does nothing if it is not chosen. */
    static synchronized boolean takeBack(FindingsAction record) throws IOException {
        Run<?, ?> run = record.getRun();
        Optional<ReferenceChoice> choice = ReferenceChoice.of(record);
        boolean chosen = choice.isPresent();
        while (choice.isPresent()) {
            for (Run<?, ?> build : builds(choice.get(), run)) {
                build.getActions(ReferenceChoice.class).stream()
                        .filter(choice.get()::same)
                        .forEach(build::removeAction);
                build.save();
            }
            choice = ReferenceChoice.of(record);
        }
        return chosen;
    }

    /** Returns the builds that store the choice, the last build first. */
    private static Set<Run<?, ?>> builds(ReferenceChoice choice, Run<?, ?> chosen) {
        Set<Run<?, ?>> builds = new LinkedHashSet<>();
        Optional.ofNullable(choice.lastBuild(chosen)).ifPresent(builds::add);
        builds.add(chosen);
        return builds;
    }

    private static void checkReadable(FindingsAction record) throws IOException {
        String build = record.getRun().getExternalizableId();
        record.summary();
        if (!record.isComplete()) {
            throw new IllegalArgumentException("Build " + build + " cannot be the reference because its findings are"
                    + " incomplete; choose a build whose record is complete.");
        }
        try {
            OpenFindingFile.open(record.file()).close();
        } catch (IOException e) {
            throw new IllegalArgumentException("Build " + build + " cannot be the reference: " + e.getMessage(), e);
        }
    }

    /** Requires that the record selected the same findings as the newest record with the same ID. */
    private static void checkSelection(FindingsAction record) {
        Run<?, ?> run = record.getRun();
        Run<?, ?> newest = run.getParent().getLastBuild();
        while (newest != null && newest.getNumber() > run.getNumber()) {
            Optional<FindingsAction> other = FindingsAction.of(newest, record.getId());
            if (other.isPresent()) {
                checkSelection(record, other.get());
                return;
            }
            newest = newest.getPreviousBuild();
        }
    }

    private static void checkSelection(FindingsAction record, FindingsAction newest) {
        String one = record.origin().selection();
        String other = newest.origin().selection();
        if (!one.equals(other)) {
            throw new IllegalArgumentException("Build " + record.getRun().getExternalizableId()
                    + " cannot be the reference because it selected other findings (" + one + ") than build "
                    + newest.getRun().getExternalizableId() + " (" + other
                    + "); choose a build with the same selection.");
        }
    }
}
