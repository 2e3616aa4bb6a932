package io.jenkins.plugins.securitycenter.record;

import hudson.model.Run;
import io.jenkins.plugins.securitycenter.findings.OpenFindingFile;
import io.jenkins.plugins.securitycenter.gate.DefaultPorts;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.gate.ReferenceFindings;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.result.ReferenceChoice;
import io.jenkins.plugins.securitycenter.suppression.SuppressionFile;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The reference findings: those of the last build whose record with the same ID passed its gates or was chosen. Their file is kept
 * open, so that the build can be deleted in the meantime.
 */
final class ReferenceBuild implements ReferenceFindings {

    private final FindingsAction action;
    private final OpenFindingFile findings;
    private final Severity minimum;
    private final boolean ofOtherJob;

    private ReferenceBuild(FindingsAction action, OpenFindingFile findings, Severity minimum, boolean ofOtherJob) {
        this.action = action;
        this.findings = findings;
        this.minimum = minimum;
        this.ofOtherJob = ofOtherJob;
    }

    /**
     * Opens the findings of a record.
     *
     * @param minimum the minimum severity of the findings that {@link #read} returns
     * @param build the build that is compared with the record
     * @throws IOException if the file is missing, damaged or of another format, with a message for the user
     */
    static ReferenceBuild open(FindingsAction action, Severity minimum, Run<?, ?> build) throws IOException {
        boolean ofOtherJob = !ReferenceJob.same(action.getRun().getParent(), build.getParent());
        return new ReferenceBuild(action, OpenFindingFile.open(action.file()), minimum, ofOtherJob);
    }

    /** Returns the record. */
    FindingsAction record() {
        return action;
    }

    /** Returns the full name and the number of the build. */
    String name() {
        return action.getRun().getExternalizableId();
    }

    /** Returns whether a user chose the record as the reference. */
    boolean chosen() {
        return ReferenceChoice.of(action).isPresent();
    }

    /** Returns the suppressions that counted for the build. */
    SuppressionFile suppressions() throws IOException {
        return RecordSuppressions.stored(action.getRun().getRootDir().toPath(), action.getId(), name());
    }

    /** Returns warnings for the log if the two builds recorded different findings. */
    List<String> warnings(String server, FindingSelection selection) {
        return Stream.of(serverWarning(server), selectionWarning(selection))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> serverWarning(String server) {
        return Optional.of(action.origin().server())
                .filter(recorded -> !recorded.equals(server))
                .map(recorded -> name() + " recorded findings of another server (" + recorded + ") than this build ("
                        + server
                        + "), so hosts with the same address in repositories with the same ID count as the same host.");
    }

    private Optional<String> selectionWarning(FindingSelection selection) {
        return Optional.of(action.origin().selection())
                .filter(text -> !text.isEmpty() && !text.equals(selection.text()))
                .map(text -> name() + " used another selection (" + text + ") than this build"
                        + " (" + selection.text()
                        + "), so findings that only this build recorded count as new.");
    }

    /**
     * Reads the findings that this build would record too, because the reference may contain less severe ones. Findings
     * of another job are returned without their descriptions, which require the permission to read that job.
     */
    @Override
    public void read(Consumer<Finding> consumer) throws IOException {
        readRecorded(recorded -> true, recorded -> consumer.accept(recorded.finding()));
    }

    @Override
    public void readRecorded(Predicate<RecordedFinding> wanted, Consumer<RecordedFinding> consumer) throws IOException {
        findings.readRecorded(
                recorded -> recorded.finding().severity().atLeast(minimum) && wanted.test(recorded),
                recorded -> consumer.accept(ofOtherJob ? recorded.brief() : recorded));
    }

    @Override
    public DefaultPorts defaultPorts() {
        return action.summary().checked().ports();
    }

    @Override
    public Optional<Instant> feedNeeded() {
        return action.summary().checked().feedNeeded();
    }

    /** Reads the keys of all findings, so that a finding that became more severe does not count as new. */
    @Override
    public void readKeys(Consumer<Finding> consumer) throws IOException {
        findings.readKeys(consumer);
    }

    /** A build that remembers findings of a scan with reports expects them, even if its own scan had none. */
    @Override
    public boolean reported() {
        return reported(action.summary());
    }

    @Override
    public boolean selectedBy(String selection) {
        return action.origin().selection().equals(selection);
    }

    @Override
    public Optional<Instant> recorded() {
        return Optional.of(Instant.ofEpochMilli(action.getRun().getTimeInMillis()));
    }

    static boolean reported(RecordSummary summary) {
        return summary.checked().loginsKnown()
                || summary.checked().reportsExpected()
                || summary.changes().notChecked().total() > 0;
    }

    @Override
    public void close() throws IOException {
        findings.close();
    }
}
