package io.jenkins.plugins.securitycenter.model;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A report that was made, or is being made ({@code /report}).
 *
 * @param type the kind of file, for example {@code pdf}
 * @param status in SecurityCenter's words, for example {@code Queued}, {@code Running}, {@code Completed}
 * @param steps how far it is
 * @param started when its making began; empty while it waits for that
 * @param problem SecurityCenter's reason why it failed; empty text when there is none
 * @param definitionId the definition that it is made from; empty text when that is not told
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
        String definitionId)
        implements Named {

    /** The fields to ask for, in the API's names. */
    public static final String FIELDS =
            "id,name,type,status,errorDetails,totalSteps,completedSteps,startTime,finishTime,reportDefinitionID";

    private static final Set<String> UNDER_WAY =
            Set.of("", "pending", "queued", "queuing", "running", "pausing", "paused", "resuming", "stopping");
    private static final Set<String> FAILED =
            Set.of("stopped", "error", "failed", "canceled", "cancelled", "aborted", "timeout", "timed out");

    /** The steps of its making; -1 for what is not known. */
    public record Steps(long completed, long total) {

        /** Percentage done, 0 to 100; empty when the server gives no total. */
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
                attributes.text("reportDefinitionID"));
    }

    /** Whether the status is one of the known words. */
    public boolean known() {
        String key = Words.key(status);
        return completed() || FAILED.contains(key) || UNDER_WAY.contains(key);
    }

    /** Whether nothing more happens to it. With a status that is not known that is so when it has a time of its end. */
    public boolean ended() {
        return completed() || FAILED.contains(Words.key(status)) || !known() && finished.isPresent();
    }

    /** Whether it can be downloaded. */
    public boolean completed() {
        return Words.key(status).equals("completed");
    }

    /** A name for its file that every system allows, for example {@code Weekly_report.pdf}. */
    public String fileName() {
        return FileName.of(name, type, "report-" + id);
    }
}
