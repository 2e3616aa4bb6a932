package io.jenkins.plugins.securitycenter.verification;

import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.VerificationResult;
import io.jenkins.plugins.securitycenter.gate.VerifiedFinding;
import io.jenkins.plugins.securitycenter.record.NewFindings;
import io.jenkins.plugins.securitycenter.record.RecordUrl;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Converts the result of a verification to the result for scripts. */
final class VerificationReturnValue {

    private static final int MOST = 1_000;

    private static final Comparator<VerifiedFinding> ORDER = Comparator.comparing(
                    (VerifiedFinding one) -> one.state() == FindingState.FIXED)
            .thenComparing(one -> one.finding().severity(), Comparator.reverseOrder());

    private VerificationReturnValue() {}

    /** Returns the result for scripts; see {@link VerificationTask#prepare}. */
    static Map<String, Object> of(FindingsAction record, VerificationResult result) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("verified", result.findings().size());
        answer.put("fixed", result.fixed());
        answer.put("stillThere", result.stillThere());
        answer.put("notChecked", result.notChecked());
        answer.put("sentence", result.sentence());
        answer.put(
                "findings",
                result.findings().stream()
                        .sorted(ORDER)
                        .limit(MOST)
                        .map(VerificationReturnValue::finding)
                        .collect(Collectors.toCollection(ArrayList::new)));
        answer.put("id", record.getId());
        answer.put("page", RecordUrl.of(record.getRun(), record.getId()).address());
        return answer;
    }

    private static Map<String, Object> finding(VerifiedFinding verified) {
        Map<String, Object> finding = NewFindings.plain(verified.finding());
        finding.put("state", word(verified));
        finding.put("reason", verified.reason());
        return finding;
    }

    private static String word(VerifiedFinding verified) {
        if (verified.unknown()) {
            return "notChecked";
        }
        return verified.state() == FindingState.FIXED ? "fixed" : "stillThere";
    }
}
