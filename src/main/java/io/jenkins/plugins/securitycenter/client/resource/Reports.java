package io.jenkins.plugins.securitycenter.client.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jenkins.plugins.securitycenter.client.Download;
import io.jenkins.plugins.securitycenter.client.FileType;
import io.jenkins.plugins.securitycenter.client.ResourceReader;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.Report;
import io.jenkins.plugins.securitycenter.model.resource.ReportDefinition;
import java.time.Instant;
import java.util.List;

/** Generates, finds and downloads reports ({@code /reportDefinition}, {@code /report}). */
public final class Reports {

    private final SecurityCenter server;

    public Reports(SecurityCenter server) {
        this.server = server;
    }

    /**
     * Returns the report definition with the given name or id.
     *
     * @throws IllegalArgumentException with a sentence for users if there is none, or several have the name
     */
    public ReportDefinition definition(String nameOrId) throws SecurityCenterException, InterruptedException {
        return new Resource<>(server, ResourceType.REPORT_DEFINITION).find(nameOrId);
    }

    /** Launches a report and returns it; little more than its id is known at that time. The request is sent once. */
    public Report launch(ReportDefinition definition) throws SecurityCenterException, InterruptedException {
        String operation = "launch report \"" + definition.name() + "\"";
        Request request = Request.of(Request.Method.POST, "/reportDefinition/" + definition.id() + "/launch")
                .toDo(operation);
        return new ResourceReader(server, request)
                .readRecord(
                        "report",
                        answer -> answer.has("reportResult") ? answer.path("reportResult") : answer,
                        Report::of);
    }

    /** Returns a report ({@code GET /report/{id}}). */
    public Report get(String id) throws SecurityCenterException, InterruptedException {
        return new Resource<>(server, ResourceType.REPORT).get(id);
    }

    /** Deletes a report ({@code DELETE /report/{id}}), even while it is being generated. */
    public void delete(String id) throws SecurityCenterException, InterruptedException {
        new Resource<>(server, ResourceType.REPORT).delete(id);
    }

    /**
     * Returns all reports that were started since the given time; without a start time, the server would list only 30
     * days.
     */
    public List<Report> createdSince(Instant start) throws SecurityCenterException, InterruptedException {
        Request request = Request.get(ResourceType.REPORT.path())
                .query("startTime", Long.toString(Math.max(0, start.getEpochSecond())))
                .query("endTime", ScanResults.NO_END);
        return new Resource<>(server, ResourceType.REPORT).list(request);
    }

    /**
     * Downloads a report.
     *
     * @return the number of bytes written
     * @throws IllegalStateException with a sentence for users if the report is not completed, because the server has no
     *     file until then
     */
    public long download(Report report, Download.Target target) throws SecurityCenterException, InterruptedException {
        if (!report.completed()) {
            throw new IllegalStateException("Report \"" + report.name() + "\" on SecurityCenter \""
                    + server.endpoint().name() + "\" has status \"" + report.status()
                    + "\"; only completed reports can be downloaded."
                    + (report.problem().isEmpty() ? "" : " " + report.problem()));
        }
        Request request = Request.post(
                "/report/" + report.id() + "/download",
                JsonNodeFactory.instance.objectNode().put("id", report.id()));
        return server.download(
                request.effect(Request.Effect.DOWNLOADS).toDo("download report \"" + report.name() + "\""),
                new Download(target, FileType.ofReport(report.type())));
    }
}
