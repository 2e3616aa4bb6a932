package io.jenkins.plugins.securitycenter.document;

import io.jenkins.plugins.securitycenter.findings.FindingLocation;
import io.jenkins.plugins.securitycenter.gate.CheckedHosts;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.gate.TopFix;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Totals;
import io.jenkins.plugins.securitycenter.result.view.VerdictLine;
import io.jenkins.plugins.securitycenter.text.Digits;
import io.jenkins.plugins.securitycenter.text.MessageText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * What a mail or a check says about a record. All texts are on one line and short.
 *
 * @param added the new findings, the worst first: severity, name, place
 */
record BriefContent(DocumentHeader header, RecordSummary summary, List<List<String>> added, long addedTotal) {

    /** Says why no new finding is listed, although there are some. */
    static final String ADDED_UNKNOWN = "The new findings cannot be listed, because they could not be read again.";

    private static final int MOST_SENTENCES = 12;
    private static final int NAME = 120;
    private static final int SENTENCE = 200;

    static BriefContent of(DocumentHeader header, RecordSummary summary, List<RecordedFinding> worstNew) {
        List<List<String>> added =
                worstNew.stream().map(recorded -> line(recorded.finding())).toList();
        return new BriefContent(
                header, summary, added, summary.changes().added().total());
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
        VerdictLine line = new VerdictLine(summary.verdict(), Locale.ENGLISH);
        return line.outcome() + ": " + shortened(line.reason(), SENTENCE);
    }

    /** Returns the numbers of current, new and fixed findings; hyphens if nothing was compared. */
    List<String> numbers(ToLongFunction<Totals> count) {
        StateCounts counts = summary.changes();
        String total = Digits.grouped(count.applyAsLong(counts.total()));
        return counts.compared()
                ? List.of(
                        total,
                        Digits.grouped(count.applyAsLong(counts.added())),
                        Digits.grouped(count.applyAsLong(counts.fixed())))
                : List.of(total, "-", "-");
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

    /** Returns the numbers of findings that have another state, one sentence each. */
    List<String> counts() {
        StateCounts changes = summary.changes();
        List<String> counts = new ArrayList<>();
        addCount(counts, "Overdue", changes.overdue());
        addCount(counts, "Not counted as fixed, because the host was not scanned", changes.notScanned());
        addCount(counts, "Not counted as fixed, because this scan could not check it", changes.notChecked());
        addCount(counts, "Suppressed and not counted", changes.suppressed());
        return counts;
    }

    private static void addCount(List<String> counts, String what, Totals totals) {
        if (totals.total() > 0) {
            counts.add(what + ": " + Digits.grouped(totals.total()) + " (" + totals.bySeverity() + ")");
        }
    }

    /** Returns how complete the scan was. */
    List<String> quality() {
        List<String> quality = new ArrayList<>();
        CheckedHosts checked = summary.checked();
        if (checked.hosts() > 0) {
            quality.add("Scanned hosts: " + Digits.grouped(checked.hosts())
                    + (checked.loginsKnown() ? ", with login: " + Digits.grouped(checked.authenticated()) : ""));
        }
        checked.sentences().forEach(sentence -> quality.add(shortened(sentence, SENTENCE + NAME)));
        return quality;
    }

    /** Returns the verdicts of gates and of the quality of the scan, the violated ones first. */
    List<String> sentences() {
        List<String> all = VerdictSentences.all(summary.verdict());
        List<String> sentences = new ArrayList<>();
        all.stream().limit(MOST_SENTENCES).forEach(sentence -> sentences.add(shortened(sentence, SENTENCE)));
        if (all.size() > MOST_SENTENCES) {
            sentences.add(Digits.grouped(all.size() - MOST_SENTENCES) + " more verdicts are on the page.");
        }
        return sentences;
    }

    /** Returns whether there are new findings, but none is listed. */
    boolean addedUnknown() {
        return added.isEmpty() && addedTotal > 0;
    }

    /** Returns a heading with the number of listed and of all new findings. */
    String addedTitle() {
        return !added.isEmpty() && added.size() < addedTotal
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
