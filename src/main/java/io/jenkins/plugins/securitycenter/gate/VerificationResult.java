package io.jenkins.plugins.securitycenter.gate;

import io.jenkins.plugins.securitycenter.gate.QualityVerdict.Condition;
import io.jenkins.plugins.securitycenter.model.Totals;
import io.jenkins.plugins.securitycenter.text.Digits;
import io.jenkins.plugins.securitycenter.text.MessageText;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The findings of a verification. */
public record VerificationResult(List<VerifiedFinding> findings) {

    private static final int IN_SENTENCE = 3;
    private static final int MOST_REASONS = 20;
    private static final int MOST_HOSTS = 10;
    private static final int MOST_CHARACTERS = 100;

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

    /** Returns whether all findings are fixed. A finding of which nothing is known is no better than one that is there. */
    public boolean passed() {
        return fixed() == findings.size();
    }

    /**
     * Returns the summary of the record of these findings.
     *
     * @param gate the result of the build unless all findings are fixed; empty for no gate
     */
    public RecordSummary summary(Optional<Gate.Result> gate) {
        Totals outstanding = totals(FindingState.OUTSTANDING);
        StateCounts counts = new StateCounts(
                true,
                outstanding,
                Totals.NONE,
                outstanding,
                totals(FindingState.FIXED),
                totals(FindingState.NOT_SCANNED),
                totals(FindingState.NOT_CHECKED),
                Totals.NONE,
                Totals.NONE);
        return new RecordSummary(counts, gate.map(this::verdict).orElse(Verdict.NONE));
    }

    private Verdict verdict(Gate.Result gate) {
        QualityVerdict verdict = QualityVerdict.of(Condition.VERIFIED_FIXES, findings.size(), !passed(), gate, text());
        return new Verdict(List.of(), false, false, List.of(verdict));
    }

    private Totals totals(FindingState state) {
        SeverityCounter counter = new SeverityCounter();
        findings.stream()
                .filter(one -> one.state() == state)
                .forEach(one -> counter.add(one.finding().severity()));
        return counter.totals();
    }

    /**
     * Returns the result as one sentence, for example "14 of 17 fixed, 2 still there, 1 could not be checked (db1: its port
     * was not scanned)."
     */
    public String sentence() {
        return text() + ".";
    }

    private String text() {
        StringBuilder sentence =
                new StringBuilder(Digits.grouped(fixed()) + " of " + Digits.grouped(findings.size())).append(" fixed");
        if (stillThere() > 0) {
            sentence.append(", ").append(Digits.grouped(stillThere())).append(" still there");
        }
        if (notChecked() > 0) {
            sentence.append(", ")
                    .append(Digits.grouped(notChecked()))
                    .append(" could not be checked (" + firstReasons() + ")");
        }
        return sentence.toString();
    }

    /** Returns a sentence for each reason for which findings were not checked, the most frequent first. */
    public List<String> reasons() {
        Map<String, List<VerifiedFinding>> byReason = findings.stream()
                .filter(VerifiedFinding::unknown)
                .collect(Collectors.groupingBy(VerifiedFinding::reason, LinkedHashMap::new, Collectors.toList()));
        return byReason.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
                .limit(MOST_REASONS)
                .map(entry -> reason(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String reason(String reason, List<VerifiedFinding> unchecked) {
        List<String> hosts =
                unchecked.stream().map(VerificationResult::host).distinct().toList();
        return "Not checked (" + reason + "): " + Digits.counted(unchecked.size(), "finding") + " on "
                + first(hosts, ", ", MOST_HOSTS) + ".";
    }

    private String firstReasons() {
        List<String> reasons = findings.stream()
                .filter(VerifiedFinding::unknown)
                .map(one -> host(one) + ": " + one.reason())
                .distinct()
                .toList();
        return first(reasons, "; ", IN_SENTENCE);
    }

    /** Returns the name of the host, which the host chooses. */
    private static String host(VerifiedFinding verified) {
        return MessageText.shortened(MessageText.line(verified.finding().host().label()), MOST_CHARACTERS);
    }

    private static String first(List<String> texts, String separator, int most) {
        String first = texts.stream().limit(most).collect(Collectors.joining(separator));
        int more = texts.size() - most;
        return more > 0 ? first + separator + "and " + Digits.grouped(more) + " more" : first;
    }
}
