package io.jenkins.plugins.securitycenter.record;

import hudson.model.Run;
import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Fingerprint;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.text.Digits;
import io.jenkins.plugins.securitycenter.text.TimeFormat;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The findings that verifications found fixed after the reference was recorded. The next record takes them over: they are
 * fixed even if its scan does not check them, and new if it finds them again.
 */
final class VerifiedFixes {

    /** No verification. */
    static final VerifiedFixes NONE = new VerifiedFixes(Map.of());

    /** For each fingerprint that was verified whether the finding was fixed the last time. */
    private final Map<Long, Boolean> fixed;

    VerifiedFixes(Map<Long, Boolean> fixed) {
        this.fixed = Map.copyOf(fixed);
    }

    /**
     * Reads the verifications of a record with that ID in this build and in those since the reference.
     *
     * @param server the name of the server with the findings
     */
    static VerifiedFixes since(ReferenceBuild reference, Run<?, ?> run, String server, PrintStream log) {
        FindingsAction compared = reference.record();
        if (!ReferenceJob.same(compared.getRun().getParent(), run.getParent())) {
            return NONE;
        }
        Map<Long, Boolean> fixed = new HashMap<>();
        int first = compared.getRun().getNumber();
        Run<?, ?> candidate = run;
        for (int i = 0; i < ReferenceSearch.MOST_BUILDS && candidate != null && candidate.getNumber() >= first; i++) {
            List<FindingsAction> records = new ArrayList<>(candidate.getActions(FindingsAction.class));
            Collections.reverse(records);
            for (FindingsAction record : records) {
                if (applies(record, compared, server)) {
                    read(record, fixed, log);
                }
            }
            candidate = candidate.getPreviousBuild();
        }
        return new VerifiedFixes(fixed);
    }

    /** In the build of the reference, only verifications of the reference itself are later than it. */
    private static boolean applies(FindingsAction record, FindingsAction compared, String server) {
        boolean later = record.getRun().getNumber() > compared.getRun().getNumber()
                || record.getReference().equals(compared.getRun().getExternalizableId());
        boolean ofRecord = record.origin()
                .verification()
                .filter(origin -> origin.getRecordId().equals(compared.getId()))
                .isPresent();
        return ofRecord && later && record.getServer().equals(server);
    }

    /** Reads a verification, whose findings count unless a later one has them too. */
    private static void read(FindingsAction verification, Map<Long, Boolean> fixed, PrintStream log) {
        String build = verification.getRun().getExternalizableId();
        int before = count(fixed);
        try {
            StoredFindings.open(verification.file()).forEach(row -> true, recorded -> {
                if (recorded.state() == FindingState.FIXED || recorded.state() == FindingState.OUTSTANDING) {
                    fixed.putIfAbsent(Fingerprint.of(recorded.finding()), recorded.state() == FindingState.FIXED);
                }
            });
        } catch (IOException e) {
            log.println("Skipped the verification of " + build + ": " + e.getMessage());
            return;
        }
        if (count(fixed) > before) {
            Instant time = Instant.ofEpochMilli(verification.getRun().getTimeInMillis());
            log.println("Build " + build + " of " + TimeFormat.minute(time) + " verified that "
                    + Digits.counted(count(fixed) - before, "finding is fixed", "findings are fixed"));
        }
    }

    private static int count(Map<Long, Boolean> fixed) {
        return (int) fixed.values().stream().filter(one -> one).count();
    }

    /** Returns whether the finding of the reference was fixed the last time it was verified. */
    boolean contains(Finding finding) {
        return !fixed.isEmpty() && fixed.getOrDefault(Fingerprint.of(finding), false);
    }
}
