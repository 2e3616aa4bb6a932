package io.jenkins.plugins.securitycenter.verification;

import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.findings.FindingWriter;
import io.jenkins.plugins.securitycenter.findings.PendingFindingFile;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.gate.VerificationResult;
import io.jenkins.plugins.securitycenter.record.RecordPublication;
import io.jenkins.plugins.securitycenter.record.RecordReservation;
import io.jenkins.plugins.securitycenter.record.RecordUrl;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.result.RecordOrigin;
import io.jenkins.plugins.securitycenter.result.VerificationOrigin;
import io.jenkins.plugins.securitycenter.task.WaitingTask.TaskCallback;
import io.jenkins.plugins.securitycenter.verification.VerificationFiles.Source;
import io.jenkins.plugins.securitycenter.verification.VerificationTask.StillThere;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The record of a verification in its build: the verified findings with their states.
 *
 * @param key identifies the verification within the build
 */
record VerificationRecord(Run<?, ?> run, String key, Verification verification, VerificationResult result) {

    private static final String ID = "verification";
    private static final String TITLE = "SecurityCenter verification";

    /** Publishes the record and the result of the build, unless that was done before a restart. */
    FindingsAction publish(StillThere stillThere, TaskCallback callback) throws IOException {
        Optional<FindingsAction> earlier = find();
        if (earlier.isPresent()) {
            mark(stillThere, callback);
            return earlier.get();
        }
        try (RecordReservation reserved = RecordReservation.ofFree(run, ID)) {
            FindingsAction record = write(reserved.id(), stillThere);
            callback.log("Verification of " + verification.source().build() + ": " + result.sentence());
            result.reasons().forEach(callback::log);
            callback.log("Findings: " + RecordUrl.of(run, reserved.id()).link());
            mark(stillThere, callback);
            return record;
        }
    }

    private Optional<FindingsAction> find() {
        return run.getActions(FindingsAction.class).stream()
                .filter(record -> record.origin()
                        .verification()
                        .filter(origin -> origin.key().equals(key))
                        .isPresent())
                .findFirst();
    }

    private FindingsAction write(String id, StillThere stillThere) throws IOException {
        Source source = verification.source();
        List<RecordedFinding> recorded = verification.recorded(result);
        try (PendingFindingFile stored = PendingFindingFile.of(run.getRootDir().toPath(), id)) {
            try (FindingWriter writer = stored.writer()) {
                writer.begin();
                for (RecordedFinding finding : recorded) {
                    writer.write(finding);
                }
                writer.end();
            }
            RecordOrigin origin = new RecordOrigin(source.server(), "", "", source.build())
                    .verifiedBy(new VerificationOrigin(key, source.id(), result.sentence(), result.reasons()));
            FindingsAction record = new FindingsAction(run, id, TITLE, origin, result.summary(gate(stillThere)));
            RecordPublication.publish(run, record, stored);
            return record;
        }
    }

    private static Optional<Gate.Result> gate(StillThere stillThere) {
        return switch (stillThere) {
            case IGNORE -> Optional.empty();
            case UNSTABLE -> Optional.of(Gate.Result.UNSTABLE);
            case FAILURE -> Optional.of(Gate.Result.FAILURE);
        };
    }

    private void mark(StillThere stillThere, TaskCallback callback) {
        if (!result.passed()) {
            gate(stillThere)
                    .ifPresent(gate -> callback.mark(
                            gate == Gate.Result.FAILURE ? Result.FAILURE : Result.UNSTABLE, result.sentence()));
        }
    }
}
