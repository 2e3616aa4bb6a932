package io.jenkins.plugins.securitycenter.watch.poll;

import io.jenkins.plugins.securitycenter.model.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Tracks the generation of a report. */
public final class ReportTracker implements Tracker<Report> {

    private final String subject;
    private final String definition;
    private final UnknownStatusLog unknownWords = new UnknownStatusLog();
    private String stage = "";

    /**
     * @param subject the report, as the beginning of a sentence
     * @param definition the ID of the report definition
     */
    public ReportTracker(String subject, String definition) {
        this.subject = subject;
        this.definition = definition;
    }

    /** @throws ScanFailedException if the generation failed, or the report is that of another definition */
    @Override
    public boolean reached(Report report, Instant now) throws ScanFailedException {
        if (!report.mayBeOf(definition)) {
            throw new ScanFailedException(subject + " has a definition with ID " + definition + ", but report "
                    + report.id() + " belongs to the one with ID " + report.definitionId()
                    + "; the server was probably replaced while the build waited.");
        }
        if (report.ended() && !report.completed()) {
            String reason = report.problem().isEmpty() ? "." : ": " + report.problem();
            throw new ScanFailedException(subject + " ended with status \"" + report.status() + "\"" + reason);
        }
        return report.completed();
    }

    @Override
    public List<String> lines(Report report, Instant now) {
        if (report.status().equals(stage)) {
            return List.of();
        }
        stage = report.status();
        List<String> lines = new ArrayList<>(List.of("Report " + report.id() + ": " + stage));
        if (!report.known()) {
            unknownWords.first("Status", stage, "report " + report.id()).ifPresent(lines::add);
        }
        return lines;
    }

    @Override
    public String describe(Report report) {
        OptionalInt percent = report.steps().percent();
        return "report " + report.id() + ": " + report.status()
                + (percent.isPresent() ? ", " + percent.getAsInt() + " %" : "");
    }
}
