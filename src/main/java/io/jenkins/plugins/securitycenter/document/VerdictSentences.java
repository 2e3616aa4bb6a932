package io.jenkins.plugins.securitycenter.document;

import io.jenkins.plugins.securitycenter.gate.GateVerdict;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The verdicts of a record, one sentence each, the violated ones first. */
final class VerdictSentences {

    private static final String VIOLATED = "Violated (";

    private VerdictSentences() {}

    /** Returns the verdicts of the gates and on the quality of the scan, the violated ones first. */
    static List<String> all(Verdict verdict) {
        List<String> sentences = new ArrayList<>(gates(verdict));
        sentences.addAll(quality(verdict));
        sentences.sort(Comparator.comparing(sentence -> !sentence.startsWith(VIOLATED)));
        return sentences;
    }

    /** Returns the verdicts of the gates. */
    static List<String> gates(Verdict verdict) {
        List<String> sentences = new ArrayList<>();
        verdict.gates().stream()
                .sorted(Comparator.comparing((GateVerdict gate) -> !gate.violated()))
                .forEach(gate -> sentences.add(
                        switch (gate.state()) {
                            case PASSED -> "Passed: " + gate.sentence() + ".";
                            case INACTIVE -> "Inactive: " + gate.sentence() + ".";
                            case VIOLATED -> violated(EnumWords.of(gate.gate().result()), gate.sentence());
                        }));
        return sentences;
    }

    /** Returns the verdicts on the quality of the scan. */
    static List<String> quality(Verdict verdict) {
        List<String> sentences = new ArrayList<>();
        verdict.quality()
                .forEach(condition -> sentences.add(
                        condition.violated()
                                ? violated(EnumWords.of(condition.result()), condition.sentence())
                                : "Passed: " + condition.sentence() + "."));
        return sentences;
    }

    private static String violated(String result, String sentence) {
        return VIOLATED + result + "): " + sentence + ".";
    }
}
