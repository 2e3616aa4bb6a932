package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** A scan result as the server shows it at one moment. */
final class RunJson {
    private static final int CHECKS_PER_HOST = 1_000;
    private final Run run;
    private final Instant now;
    private final boolean defined;
    private final String status;
    private final boolean failed;
    private final boolean finished;

    /** {@code defined} says whether the definition of the scan is still there. */
    RunJson(Run run, Instant now, boolean defined) {
        this.run = run;
        this.defined = defined;
        this.now = now;
        status = run.status(now);
        failed = status.equals("Error");
        finished = run.timeline().finished(now);
    }

    /** The answer to a launch. */
    ObjectNode launched() {
        ObjectNode result = Json.texts(
                "initiatorID",
                run.owner().id(),
                "ownerID",
                run.owner().id(),
                "scanID",
                run.facts().scanId());
        result.put("resultsSyncID", -1).put("jobID", "3" + run.id());
        result.put("repositoryID", run.facts().repositoryId());
        result.setAll(head());
        result.put("status", "Queued");
        result.setAll(Json.texts("downloadFormat", "v2", "dataFormat", "IPv4", "resultType", resultType()));
        return result.put("id", run.id());
    }

    /** Everything, with the progress. */
    ObjectNode full() {
        ObjectNode record = listed();
        record.set("progress", progress());
        return record;
    }

    /** Everything that lists may show. */
    ObjectNode listed() {
        ObjectNode record = Json.texts("id", run.id());
        record.setAll(head());
        record.put("status", status);
        record.setAll(importState());
        record.put("diagnosticAvailable", "false");
        record.put("downloadAvailable", text(finished && !failed)).put("downloadFormat", "v2");
        record.put("dataFormat", "IPv4").put("resultType", resultType()).put("resultSource", "internal");
        record.put("running", text(!finished));
        record.put("errorDetails", failed ? "Scan IPs are not within your accessible range." : "");
        record.put("importErrorDetails", importError());
        record.setAll(numbers());
        record.set("initiator", run.owner().reference());
        record.set("owner", run.owner().reference());
        record.set("ownerGroup", run.owner().groupReference());
        record.set(
                "scan",
                defined ? Json.reference(run.facts().scanId(), run.facts().name()) : Json.nothing());
        record.set("repository", run.facts().repository());
        return record;
    }

    private String resultType() {
        return run.facts().origin().family().resultType();
    }

    private ObjectNode head() {
        Run.Facts facts = run.facts();
        return Json.texts("name", facts.name(), "description", facts.description(), "details", facts.details());
    }

    private ObjectNode importState() {
        String word = run.timeline().importStatus(now);
        boolean over = !word.equals("No Results") && !word.equals("Import Pending") && !word.equals("Importing");
        long begin = run.timeline().finish().getEpochSecond();
        long end = run.timeline().importFinish().getEpochSecond();
        return Json.texts(
                "importStatus", word,
                "importStart", over || word.equals("Importing") ? String.valueOf(begin) : "-1",
                "importFinish", over ? String.valueOf(end) : "-1",
                "importDuration", over ? String.valueOf(end - begin) : "-1");
    }

    private String importError() {
        return switch (run.timeline().importStatus(now)) {
            case "Error" -> "Unable to import the results into the repository.";
            case "Blocked" -> "The import would exceed the licensed number of addresses.";
            default -> "";
        };
    }

    private ObjectNode numbers() {
        long begin = run.timeline().start().getEpochSecond();
        long end = run.timeline().finish().getEpochSecond();
        boolean begun = !status.equals("Queued") && !failed;
        boolean counted = begun && (done() > 0 || finished);
        ObjectNode numbers = Json.texts(
                "totalIPs", counted ? String.valueOf(total()) : "-1",
                "scannedIPs", String.valueOf(failed ? 0 : done()),
                "startTime", begun ? String.valueOf(begin) : "-1",
                "finishTime", finished ? String.valueOf(end) : "-1",
                "scanDuration", finished ? String.valueOf(end - begin) : "-1",
                "createdTime", String.valueOf(begin));
        return numbers.put("completedIPs", counted ? String.valueOf(done()) : "0")
                .put("completedChecks", counted ? checks(done()) : "0")
                .put("totalChecks", counted ? checks(total()) : "-1");
    }

    /** An object while or after something ran, else an empty list. */
    private JsonNode progress() {
        if (failed || done() == 0) {
            return Json.array();
        }
        ObjectNode progress = Json.texts(
                "completedIPs", String.valueOf(done()),
                "completedChecks", checks(done()),
                "totalChecks", checks(total()),
                "checksPerHost", String.valueOf(CHECKS_PER_HOST),
                "totalIPs", String.valueOf(total()),
                "runState", finished ? "Stopped" : "Running",
                "status", status);
        progress.setAll(addresses());
        ObjectNode scanner = Json.texts("id", "1", "loadAvg", "0.0", "chunkCompleted", String.valueOf(done()));
        scanner.put("completedChecks", checks(done()))
                .put("name", "Internal Scanner")
                .put("description", "");
        scanner.set("chunks", Json.array());
        scanner.setAll(addresses());
        progress.set("scanners", Json.array().add(scanner));
        return progress;
    }

    private ObjectNode addresses() {
        Targets targets = run.data().targets();
        long alive = Math.min(done(), run.hosts());
        long scanning = finished ? 0 : Math.min(10, total() - done());
        ObjectNode lists = Json.object();
        lists.put("scannedIPs", targets.ranges(0, alive)).put("scannedSize", alive);
        lists.put("scanningIPs", targets.ranges(done(), done() + scanning)).put("scanningSize", scanning);
        lists.put("awaitingDownloadIPs", "").put("awaitingDownloadSize", 0);
        lists.put("deadHostIPs", targets.ranges(alive, done())).put("deadHostSize", done() - alive);
        return lists.put("distributedSize", total());
    }

    private long total() {
        return run.data().targets().size();
    }

    private long done() {
        return (long) (total() * run.timeline().scanned(now));
    }

    private static String checks(long hosts) {
        return String.valueOf(hosts * CHECKS_PER_HOST);
    }

    private static String text(boolean value) {
        return String.valueOf(value);
    }
}
