package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/**
 * A report that was launched: its life by the clock.
 *
 * @param definition what the definition was at the launch
 * @param making when it began, how many seconds it takes and how it ends
 */
record MadeReport(String id, ObjectNode definition, Account owner, Making making) {
    private static final int STEPS = 20;

    /** The first moments of it are spent in a queue. */
    record Making(Instant start, double seconds, boolean fails) {}

    String type() {
        return Json.text(definition, "type", "pdf");
    }

    String name() {
        return definition.path("name").asText();
    }

    String status(Instant now) {
        double part = part(now);
        if (part >= 1) {
            return making.fails() ? "Error" : "Completed";
        }
        return part < 0.1 ? "Queued" : "Running";
    }

    boolean ended(Instant now) {
        return part(now) >= 1;
    }

    private double part(Instant now) {
        double since = Duration.between(making.start(), now).toNanos() / 1e9;
        return making.seconds() <= 0 ? 1 : since / making.seconds();
    }

    /** The answer to the launch: times are numbers here and texts later. */
    ObjectNode launched() {
        ObjectNode report = Json.texts("creatorID", owner.id(), "ownerID", owner.id());
        report.put("ownerGID", owner.group().id()).setAll(head());
        report.put("status", "Queued").put("errorDetails", "");
        report.put("totalSteps", -1).put("completedSteps", 0).put("startTime", -1);
        report.put("finishTime", 0).set("pubSites", Json.array());
        return report.put("id", id);
    }

    /** What lists and single answers show. */
    ObjectNode json(Instant now) {
        String status = status(now);
        boolean queued = status.equals("Queued");
        ObjectNode report = Json.texts("id", id);
        report.setAll(head());
        report.put("displayType", type().toUpperCase(java.util.Locale.ROOT));
        report.put("status", status).put("running", String.valueOf(!ended(now)));
        report.put("errorDetails", status.equals("Error") ? "The report could not be generated." : "");
        report.put("totalSteps", queued ? "-1" : String.valueOf(STEPS));
        report.put("completedSteps", String.valueOf((int) (STEPS * Math.min(1, part(now)))));
        report.put("createdTime", seconds(making.start()));
        report.put("startTime", queued ? "-1" : seconds(making.start()));
        report.put("finishTime", ended(now) ? seconds(finish()) : "-1");
        report.set("pubSites", Json.array());
        report.set("creator", owner.reference());
        report.set("owner", owner.reference());
        report.set("ownerGroup", owner.groupReference());
        return report;
    }

    private ObjectNode head() {
        return Json.texts(
                "reportDefinitionID",
                definition.path("id").asText(),
                "jobID",
                "5" + id,
                "name",
                name(),
                "description",
                definition.path("description").asText(),
                "type",
                type());
    }

    private Instant finish() {
        return making.start().plusNanos((long) (making.seconds() * 1e9));
    }

    private static String seconds(Instant instant) {
        return String.valueOf(instant.getEpochSecond());
    }
}
