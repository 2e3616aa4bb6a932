package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jenkins.plugins.securitycenter.model.Report;
import io.jenkins.plugins.securitycenter.model.ReportDefinition;
import java.time.Instant;
import java.util.List;

/** Reports and their making ({@code /reportDefinition}, {@code /report}). */
public final class Reports {

    private final SecurityCenter server;

    public Reports(SecurityCenter server) {
        this.server = server;
    }

    /**
     * The definition of that name or id.
     *
     * @throws IllegalArgumentException with a sentence when there is none, or several have the name
     */
    public ReportDefinition definition(String nameOrId) throws SecurityCenterException, InterruptedException {
        return new Resource<>(server, Kind.REPORT_DEFINITION).find(nameOrId);
    }

    /** Starts the making of a report, of which then little more than the id is known. Sent once. */
    public Report launch(ReportDefinition definition) throws SecurityCenterException, InterruptedException {
        String operation = "launch report \"" + definition.name() + "\"";
        Request request = Request.of(Request.Method.POST, "/reportDefinition/" + definition.id() + "/launch")
                .toDo(operation);
        return new Records(server, request)
                .made(
                        "report",
                        answer -> answer.has("reportResult") ? answer.path("reportResult") : answer,
                        Report::of);
    }

    /** {@code GET /report/{id}}. */
    public Report get(String id) throws SecurityCenterException, InterruptedException {
        return new Resource<>(server, Kind.REPORT).get(id);
    }

    /** {@code DELETE /report/{id}}, also of one that is still being made. */
    public void delete(String id) throws SecurityCenterException, InterruptedException {
        new Resource<>(server, Kind.REPORT).delete(id);
    }

    /** All reports that were begun since then; without a bound the server would only list 30 days. */
    public List<Report> createdSince(Instant start) throws SecurityCenterException, InterruptedException {
        Request request = Request.get(Kind.REPORT.path())
                .query("startTime", Long.toString(Math.max(0, start.getEpochSecond())))
                .query("endTime", ScanResults.NO_END);
        return new Resource<>(server, Kind.REPORT).list(request);
    }

    /**
     * Downloads a report.
     *
     * @return the number of bytes written
     * @throws IllegalStateException with a sentence when it is not completed, since the server has no file then
     */
    public long download(Report report, Download.Target target) throws SecurityCenterException, InterruptedException {
        if (!report.completed()) {
            throw new IllegalStateException("Report \"" + report.name() + "\" on SecurityCenter \""
                    + server.endpoint().name() + "\" is " + report.status()
                    + "; only a completed report can be downloaded."
                    + (report.problem().isEmpty() ? "" : " " + report.problem()));
        }
        Request request = Request.post(
                "/report/" + report.id() + "/download",
                JsonNodeFactory.instance.objectNode().put("id", report.id()));
        return server.download(
                request.effect(Request.Effect.DOWNLOADS).toDo("download report \"" + report.name() + "\""),
                new Download(target, FileKind.ofReport(report.type())));
    }
}
