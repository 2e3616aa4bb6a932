package io.jenkins.plugins.securitycenter.document;

import io.jenkins.plugins.securitycenter.findings.FindingFileWriter;
import io.jenkins.plugins.securitycenter.findings.FindingTable;
import io.jenkins.plugins.securitycenter.findings.StoredFindings;
import io.jenkins.plugins.securitycenter.findings.TableFilter;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.gate.Verdict;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Totals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Documents about findings that a test names. */
final class Documents {

    private static final String SCAN = "https://sc.example.com/#scan_results/view/77";

    private final Path file;
    private final List<RecordedFinding> findings = new ArrayList<>();
    private List<String> notices = List.of();
    private String caveat = "";
    private String title = "Weekly scan";
    private Verdict verdict = Verdict.NONE;

    Documents(Path directory) {
        file = StoredFindings.file(directory, "weekly");
    }

    Documents add(Finding finding, FindingState state) {
        return add(new RecordedFinding(finding, state));
    }

    Documents add(RecordedFinding finding) {
        findings.add(finding);
        return this;
    }

    Documents noticing(List<String> sentences) {
        notices = sentences;
        return this;
    }

    Documents caveat(String words) {
        caveat = words;
        return this;
    }

    Documents judged(Verdict other) {
        verdict = other;
        return this;
    }

    /** Sets all texts about the record. */
    Documents about(String text) {
        title = text;
        notices = List.of(text);
        return this;
    }

    String html() throws IOException {
        FindingTable table = store();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RecordSummary summary = summary();
        HtmlReport.write(
                new RecordContent(header(), summary, StoredFindings.open(file), table, TableFilter.CURRENT), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    RecordMail mail() throws IOException {
        store();
        StoredFindings stored = StoredFindings.open(file);
        return RecordMail.of(header(), summary(), stored.worstNew(RecordMail.MOST_NEW));
    }

    CheckReport check() throws IOException {
        store();
        List<RecordedFinding> worstNew = StoredFindings.open(file).worstNew(CheckReport.MOST_NEW);
        return CheckReport.of(header(), summary(), worstNew);
    }

    private FindingTable store() throws IOException {
        try (FindingFileWriter writer = new FindingFileWriter(file)) {
            writer.begin();
            for (RecordedFinding finding : findings) {
                writer.write(finding);
            }
            writer.end();
        }
        return StoredFindings.open(file).table();
    }

    private RecordSummary summary() throws IOException {
        StateCounts counts =
                new StateCounts(true, of(null), of(FindingState.NEW), Totals.NONE, Totals.NONE, Totals.NONE);
        return new RecordSummary(counts, verdict)
                .withFixes(StoredFindings.open(file).topFixes());
    }

    private Totals of(FindingState state) {
        Totals totals = Totals.NONE;
        for (RecordedFinding finding : findings) {
            boolean counted = state == null ? finding.state().current() : finding.state() == state;
            totals = counted && !finding.suppressed()
                    ? totals.plus(finding.finding().severity(), 1)
                    : totals;
        }
        return totals;
    }

    private DocumentHeader header() {
        return header(title, notices, caveat);
    }

    /** @param title becomes all texts, unless it is the default */
    static DocumentHeader header(String title, List<String> notices, String caveat) {
        boolean plain = title.equals("Weekly scan");
        return new DocumentHeader(
                title,
                plain ? "scan #7" : title,
                plain ? "https://jenkins.example.com/job/scan/7/weekly/" : title,
                plain ? "production" : title,
                plain ? "77" : title,
                plain ? SCAN : title,
                plain ? "scan #6" : title,
                ZonedDateTime.parse("2026-11-29T12:35:00+01:00"),
                notices,
                caveat);
    }
}
