package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** {@code /report}: the reports that were launched, their life and their files. */
final class ReportResource implements Resource {
    private static final long DEFAULT_SPAN = 30L * 86_400;
    private final World world;

    ReportResource(World world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "report";
    }

    @Override
    public Reply answer(Call call, Caller caller) {
        caller.mustBeInOrganization("see reports");
        String id = call.segment(1);
        if (call.is("GET", 1)) {
            return Reply.of(list(call, caller));
        }
        if (call.is("GET", 2)) {
            return Reply.of(Fields.cut(world.reports().get(id, "get").json(world.now()), call, List.of()));
        }
        if (call.is("DELETE", 2)) {
            world.reports().delete(id);
            return Reply.nothing();
        }
        if (call.is("POST", 3)) {
            return act(call, caller, world.reports().get(id, call.segment(2)));
        }
        throw call.unknown();
    }

    private ObjectNode list(Call call, Caller caller) {
        long now = world.now().getEpochSecond();
        long from = call.number("startTime", now - DEFAULT_SPAN);
        long to = call.number("endTime", now);
        List<String> words = List.of(call.query("filter").split("\\s*,\\s*"));
        List<ObjectNode> records = world.reports().all().stream()
                .filter(report -> !words.contains("running") || !report.ended(world.now()))
                .filter(report -> !words.contains("completed") || report.ended(world.now()))
                .filter(report -> report.making().start().getEpochSecond() >= from
                        && report.making().start().getEpochSecond() <= to)
                .filter(report -> own(report, caller))
                .map(report -> report.json(world.now()))
                .toList();
        boolean paged =
                world.options().profile().isSix() && call.query("paginated").equals("true");
        return paged ? Fields.paged(records, call) : Fields.lists(records, call, record -> true);
    }

    private static boolean own(MadeReport report, Caller caller) {
        return caller.account() == Account.CI || report.owner().equals(caller.account());
    }

    private Reply act(Call call, Caller caller, MadeReport report) {
        return switch (call.segment(2)) {
            case "download" -> download(report, caller);
            case "copy" ->
                Reply.of(world.reports().copy(report, caller.account()).json(world.now()));
            case "email", "send" -> Reply.nothing();
            default -> throw call.unknown();
        };
    }

    private Reply download(MadeReport report, Caller caller) {
        if (!report.status(world.now()).equals("Completed") || !own(report, caller)) {
            throw Refusal.of(150, "Report Result #" + report.id() + " failed.\nThe report is not available.\n");
        }
        String type = report.type().toLowerCase(Locale.ROOT);
        ReportFile file = new ReportFile(type, report.name(), world.reports().bytes());
        return new Reply.Download(file.contentType(), "report-" + report.id() + "." + type, file::writeTo);
    }
}
