package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.text.Digits;
import java.util.List;
import java.util.stream.Collectors;

/** The findings of a verification. */
public record VerificationResult(List<VerifiedFinding> findings) {

    private static final int IN_SENTENCE = 3;

    public VerificationResult {
        findings = List.copyOf(findings);
    }

    public long fixed() {
        return findings.stream()
                .filter(one -> one.state() == FindingState.FIXED)
                .count();
    }

    public long stillThere() {
        return findings.stream()
                .filter(one -> one.state() == FindingState.OUTSTANDING)
                .count();
    }

    public long notChecked() {
        return findings.stream().filter(VerifiedFinding::unknown).count();
    }

    /**
     * Returns the result as one sentence, for example "14 of 17 fixed, 2 still there, 1 could not be checked (db1: its port
     * was not scanned)."
     */
    public String sentence() {
        StringBuilder sentence =
                new StringBuilder(Digits.grouped(fixed()) + " of " + Digits.grouped(findings.size())).append(" fixed");
        if (stillThere() > 0) {
            sentence.append(", ").append(Digits.grouped(stillThere())).append(" still there");
        }
        if (notChecked() > 0) {
            sentence.append(", ")
                    .append(Digits.grouped(notChecked()))
                    .append(" could not be checked (" + reasons() + ")");
        }
        return sentence.append('.').toString();
    }

    private String reasons() {
        List<String> reasons = findings.stream()
                .filter(VerifiedFinding::unknown)
                .map(one -> one.finding().host().label() + ": " + one.reason())
                .distinct()
                .toList();
        String first = reasons.stream().limit(IN_SENTENCE).collect(Collectors.joining("; "));
        int more = reasons.size() - IN_SENTENCE;
        return more > 0 ? first + "; and " + Digits.grouped(more) + " more" : first;
    }
}
