package io.jenkins.plugins.securitycenter.document;

import io.jenkins.plugins.securitycenter.findings.FindingLocation;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.gate.TopFix;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.result.view.VerdictLine;
import io.jenkins.plugins.securitycenter.text.Digits;
import io.jenkins.plugins.securitycenter.text.MessageText;
import java.util.ArrayList;
import java.util.List;

/**
 * What a mail about a record says. All texts are on one line and short.
 *
 * @param added the new findings, the worst first: severity, name, place
 */
record MailContent(DocumentHeader header, RecordSummary summary, List<List<String>> added, long addedTotal) {

    private static final int MOST_SENTENCES = 12;
    private static final int NAME = 120;
    private static final int SENTENCE = 200;

    static MailContent of(DocumentHeader header, RecordSummary summary, List<RecordedFinding> worstNew) {
        List<List<String>> added =
                worstNew.stream().map(recorded -> line(recorded.finding())).toList();
        return new MailContent(header, summary, added, summary.changes().added().total());
    }

    private static List<String> line(Finding finding) {
        String name = finding.plugin().name();
        return List.of(
                finding.severity().label(),
                shortened(name.isBlank() ? "Plugin " + finding.plugin().id() : name, NAME),
                shortened(FindingLocation.host(finding.host()) + " " + FindingLocation.port(finding), NAME));
    }

    String title() {
        return shortened(header.title() + ", " + header.build(), NAME);
    }

    /** Returns the verdict in one sentence. */
    String verdict() {
        VerdictLine line = new VerdictLine(summary.verdict());
        return line.outcome() + ": " + shortened(line.reason(), SENTENCE);
    }

    /** Returns where the findings come from, and what they are compared with. */
    List<String> facts() {
        List<String> facts = new ArrayList<>();
        facts.add("Server: " + shortened(header.server(), NAME)
                + (header.scanResultId().isEmpty() ? "" : ", scan result " + shortened(header.scanResultId(), NAME)));
        facts.add("Time: " + header.timeText());
        facts.add(
                summary.changes().compared()
                        ? "Compared with: " + shortened(header.reference(), NAME)
                        : "Not compared: there is no earlier build with passed gates.");
        header.notices().forEach(notice -> facts.add(shortened(notice, SENTENCE)));
        return facts;
    }

    /** Returns the verdicts of gates and of the quality of the scan, the violated gates first. */
    List<String> sentences() {
        List<String> all = new ArrayList<>(VerdictSentences.gates(summary.verdict()));
        all.addAll(VerdictSentences.quality(summary.verdict()));
        List<String> sentences = new ArrayList<>();
        all.stream().limit(MOST_SENTENCES).forEach(sentence -> sentences.add(shortened(sentence, SENTENCE)));
        if (all.size() > MOST_SENTENCES) {
            sentences.add(Digits.grouped(all.size() - MOST_SENTENCES) + " more verdicts are on the page.");
        }
        return sentences;
    }

    /** Returns a heading with the number of listed and of all new findings. */
    String addedTitle() {
        return added.size() < addedTotal
                ? "The worst " + added.size() + " of " + Digits.grouped(addedTotal) + " new findings"
                : "New findings";
    }

    /** Returns the top fixes, one line each. */
    List<String> fixes() {
        return summary.fixes().stream()
                .map(TopFix::text)
                .map(text -> shortened(text, SENTENCE + NAME))
                .toList();
    }

    /** Returns the URL of the record in Jenkins; empty if unknown. */
    String page() {
        return DocumentHeader.webPage(header.page());
    }

    private static String shortened(String text, int length) {
        return MessageText.line(MessageText.shortened(text, length));
    }
}
