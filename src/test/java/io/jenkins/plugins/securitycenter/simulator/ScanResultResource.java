package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** {@code /scanResult}: the runs, their life and their data as a file. */
final class ScanResultResource implements Resource {
    private static final long DEFAULT_SPAN = 30L * 86_400;
    private final World world;

    ScanResultResource(World world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "scanResult";
    }

    @Override
    public Reply answer(Call call, Caller caller) {
        caller.mustBeInOrganization("see scan results");
        String id = call.segment(1);
        if (call.is("GET", 1)) {
            return Reply.of(list(call, caller));
        }
        if (call.is("GET", 2)) {
            return Reply.of(Fields.cut(full(world.runs().get(id, "get")), call, List.of()));
        }
        if (call.is("DELETE", 2)) {
            world.runs().get(id, "delete");
            world.runs().delete(id);
            return Reply.nothing();
        }
        if (call.is("POST", 2) && id.equals("import")) {
            return importFile(call, caller);
        }
        if (call.is("POST", 3)) {
            return act(call, caller, world.runs().get(id, call.segment(2)));
        }
        throw call.unknown();
    }

    private ObjectNode list(Call call, Caller caller) {
        long now = world.now().getEpochSecond();
        long from = call.number("startTime", now - DEFAULT_SPAN);
        long to = call.number("endTime", now);
        boolean byFinish = call.query("timeCompareField").equals("finishTime");
        List<String> words = List.of(call.query("filter").split("\\s*,\\s*"));
        List<ObjectNode> records = world.runs().all().stream()
                .filter(run -> !words.contains("running") || !finished(run))
                .filter(run -> !words.contains("completed") || finished(run))
                .filter(run -> {
                    Instant time =
                            byFinish ? run.timeline().finish() : run.timeline().start();
                    return time.getEpochSecond() >= from && time.getEpochSecond() <= to;
                })
                .map(run -> optimized(run, words.contains("optimizeCompletedScans")))
                .toList();
        return Fields.lists(
                records,
                call,
                record -> manages(caller, record.path("owner").path("id").asText()));
    }

    private ObjectNode full(Run run) {
        ObjectNode record = json(run).full();
        world.runs().words(run.id()).putInto(record);
        return record;
    }

    private ObjectNode optimized(Run run, boolean optimize) {
        ObjectNode record = json(run).listed();
        world.runs().words(run.id()).putInto(record);
        return optimize && finished(run)
                ? record.remove(List.of("completedIPs", "completedChecks", "totalChecks"))
                : record;
    }

    private Reply act(Call call, Caller caller, Run run) {
        Timeline life = run.timeline();
        if (List.of("pause", "resume", "stop").contains(call.segment(2))) {
            run.facts().origin().family().mustBeSteerable(call.segment(2));
        }
        switch (call.segment(2)) {
            case "pause" -> life.pause(world.now());
            case "resume" -> life.resume(world.now());
            case "stop" ->
                life.stop(world.now(), call.json().path("type").asText().equals("discard"));
            case "import" -> life.importAgain(world.now());
            case "copy" -> world.runs().copy(run, caller.account());
            case "email" -> {
                return email(call.json().path("email").asText());
            }
            case "download" -> {
                return download(run, caller);
            }
            default -> throw call.unknown();
        }
        return Reply.nothing();
    }

    private static Reply email(String addresses) {
        return addresses.contains("@")
                ? Reply.nothing()
                : Reply.complaint("Scan Result email failed.\nError sending email.\nNo valid address.\n");
    }

    private Reply download(Run run, Caller caller) {
        boolean empty = run.status(world.now()).equals("Error") || !finished(run);
        if (empty || !manages(caller, run.owner().id())) {
            throw Refusal.of(150, "Scan Result #" + run.id() + " failed.\nThe results are not available.\n");
        }
        NessusFile file = new NessusFile(run, world.now());
        return world.shows(Quirk.UNZIPPED_DOWNLOAD)
                ? new Reply.Download("text/xml;charset=UTF-8", run.id() + ".nessus", file::writeTo)
                : new Reply.Download("application/zip", run.id() + "-nessus.zip", file::writeZipTo);
    }

    private Reply importFile(Call call, Caller caller) {
        world.guard().right(caller, "permUploadNessusResults", "import scan results");
        ObjectNode body = call.json();
        String name = body.path("filename").asText();
        byte[] file = world.uploads(caller).get(name);
        if (file == null) {
            throw Refusal.of(147, "Scan Result import failed.\nThe file '" + name + "' does not exist.\n");
        }
        String repository = Json.id(body.path("repository"));
        world.library().repositories.get(repository, "get");
        int findings = new String(file, StandardCharsets.UTF_8).split("<ReportItem", -1).length - 1;
        world.runs()
                .imported(
                        "Imported file",
                        world.library().repositories.reference(repository),
                        caller.account(),
                        findings);
        return Reply.nothing();
    }

    private RunJson json(Run run) {
        boolean defined = world.definitionsWith(run.facts().scanId()).isPresent();
        return new RunJson(run, world.now(), defined);
    }

    private boolean finished(Run run) {
        return run.timeline().finished(world.now());
    }

    private static boolean manages(Caller caller, String owner) {
        return caller.account() == Account.CI || owner.equals(caller.account().id());
    }
}
