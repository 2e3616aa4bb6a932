package io.jenkins.plugins.securitycenter.assistant;

import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Risk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Says in sentences why a finding counts, or does not. They contain no text from scanned hosts.
 *
 * @param reference the reference build; empty for none
 */
record FindingExplanation(RecordedFinding recorded, String reference) {

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(change());
        if (recorded.suppressed()) {
            sentences.add("A rule of the suppression file suppresses it, so that it does not count.");
        }
        addRisk(sentences, recorded.finding().risk());
        addPlugin(sentences, recorded.finding().plugin());
        recorded.dueDate().ifPresent(date -> sentences.add(due(date)));
        if (recorded.overdue() && recorded.dueDate().isEmpty()) {
            sentences.add("It counts as overdue, because it is unknown when it is due.");
        }
        return sentences;
    }

    private String change() {
        String build = "the reference build " + reference;
        return switch (recorded.state()) {
            case NEW -> "It is new: " + build + " does not have it.";
            case OUTSTANDING -> "It is not new: " + build + " has it too.";
            case FIXED ->
                "It is fixed: " + build
                        + " has it, but this scan, or a verification before it, checked it and did not find it.";
            case NOT_SCANNED ->
                "It is unknown whether it is fixed: " + build + " has it, but its host was not scanned this time.";
            case NOT_CHECKED ->
                "It is unknown whether it is fixed: " + build + " has it, but this scan could not check it.";
            case UNKNOWN -> "It is unknown whether it is new, because the record was not compared with another build.";
        };
    }

    private static void addRisk(List<String> sentences, Risk risk) {
        if (risk.accepted()) {
            sentences.add("A rule in SecurityCenter accepts its risk.");
        }
        if (risk.recast()) {
            sentences.add("A rule in SecurityCenter has changed its severity.");
        }
        if (risk.exploitAvailable()) {
            sentences.add("An exploit is available.");
        }
    }

    private static void addPlugin(List<String> sentences, Plugin plugin) {
        if (plugin.knownExploited()) {
            sentences.add("CISA lists the vulnerability as known to be exploited.");
        }
    }

    private String due(LocalDate date) {
        return recorded.overdue()
                ? "It is overdue: it should have been fixed by " + date + "."
                : "It should be fixed by " + date + ".";
    }
}
