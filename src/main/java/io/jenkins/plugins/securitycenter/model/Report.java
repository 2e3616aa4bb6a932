package io.jenkins.plugins.securitycenter.model;

import io.jenkins.plugins.securitycenter.text.FileName;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A generated report, or one that is being generated ({@code /report}).
 *
 * @param type the file type, for example {@code pdf}
 * @param status the status as sent by SecurityCenter, for example {@code Queued}, {@code Running} or {@code Completed}
 * @param steps the progress
 * @param started when the generation started; empty while the report is queued
 * @param problem SecurityCenter's reason for a failure; empty if there is none
 * @param definitionId the id of the report definition; empty if the server did not send it
 */
public record Report(
        String id,
        String name,
        String type,
        String status,
        Steps steps,
        Optional<Instant> started,
        Optional<Instant> finished,
        String problem,
        String definitionId,
        Optional<ResourceReference> creator)
        implements Named {

    /** The fields to request, by their API names. */
    public static final String FIELDS =
            "id,name,type,status,errorDetails,totalSteps,completedSteps,startTime,finishTime,reportDefinitionID,"
                    + "creator";

    private static final Set<String> UNDER_WAY =
            Set.of("", "pending", "queued", "queuing", "running", "pausing", "paused", "resuming", "stopping");
    private static final Set<String> FAILED =
            Set.of("stopped", "error", "failed", "canceled", "cancelled", "aborted", "timeout", "timed out");

    /** The steps of the generation; -1 if a count is unknown. */
    public record Steps(long completed, long total) {

        /** Returns the progress in percent, 0 to 100; empty if the server sent no total. */
        public OptionalInt percent() {
            return total > 0 && completed >= 0
                    ? OptionalInt.of((int) Math.min(100, 100.0 * completed / total))
                    : OptionalInt.empty();
        }
    }

    public static Report of(Attributes attributes) {
        return new Report(
                attributes.id("id"),
                attributes.line("name"),
                attributes.text("type"),
                attributes.line("status"),
                new Steps(attributes.number("completedSteps", -1), attributes.number("totalSteps", -1)),
                attributes.time("startTime"),
                attributes.time("finishTime"),
                attributes.line("errorDetails"),
                attributes.text("reportDefinitionID"),
                attributes.reference("creator"));
    }

    /** Returns false if the report belongs to another definition than that with the id. */
    public boolean mayBeOf(String definition) {
        return definitionId.isEmpty() || definitionId.equals(definition);
    }

    /** Returns whether the status is a known one. */
    public boolean known() {
        String key = StatusWord.key(status);
        return completed() || FAILED.contains(key) || UNDER_WAY.contains(key);
    }

    /** Returns whether the generation has ended. A report with an unknown status has ended if it has a finish time. */
    public boolean ended() {
        return completed() || FAILED.contains(StatusWord.key(status)) || !known() && finished.isPresent();
    }

    /** Returns whether the report can be downloaded. */
    public boolean completed() {
        return StatusWord.key(status).equals("completed");
    }

    /** Returns a file name that is valid on every operating system, for example {@code Weekly_report.pdf}. */
    public String fileName() {
        return FileName.of(name, type, "report-" + id);
    }
}
