package io.jenkins.plugins.securitycenter.client.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.client.Download;
import io.jenkins.plugins.securitycenter.client.FileType;
import io.jenkins.plugins.securitycenter.client.NessusZipReader;
import io.jenkins.plugins.securitycenter.client.ResourceReader;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.ScanCoverage;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.model.resource.Repository;
import io.jenkins.plugins.securitycenter.model.resource.UploadedFile;
import java.time.Instant;
import java.util.List;

/** Provides access to scan results, which are the runs of scans ({@code /scanResult}). */
public final class ScanResults {

    /** A time in the far future, because lists end at the server's current time by default. */
    static final String NO_END = "9999999999";

    private final SecurityCenter server;

    /** @param server is not closed */
    public ScanResults(SecurityCenter server) {
        this.server = server;
    }

    /** Returns a scan result ({@code GET /scanResult/{id}}). */
    public ScanResult get(String id) throws SecurityCenterException, InterruptedException {
        Request request = Request.get("/scanResult/" + id)
                .query("fields", ScanResult.FIELDS)
                .toDo("read scan result " + id);
        return new ResourceReader(server, request).existing(ScanResult::of);
    }

    /** Returns a scan result with its coverage. */
    public ScanResult withCoverage(String id) throws SecurityCenterException, InterruptedException {
        Request request = Request.get("/scanResult/" + id)
                .query("fields", ScanResult.FIELDS_WITH_COVERAGE)
                .toDo("read scan result " + id);
        return new ResourceReader(server, request).existing(ScanResult::withCoverage);
    }

    /** Returns the coverage of a scan result. */
    public ScanCoverage coverage(String id) throws SecurityCenterException, InterruptedException {
        Request request = Request.get("/scanResult/" + id)
                .query("fields", ScanCoverage.FIELDS)
                .toDo("read the findings of scan result " + id);
        return new ResourceReader(server, request).existing(ScanCoverage::of);
    }

    /**
     * Returns all scan results that were created since the given time, with one request; without a start time, the
     * server would list only 30 days.
     */
    public List<ScanResult> createdSince(Instant start) throws SecurityCenterException, InterruptedException {
        Request request = Request.get("/scanResult")
                .query("filter", "usable")
                .query("startTime", Long.toString(Math.max(0, start.getEpochSecond())))
                .query("endTime", NO_END)
                .query("fields", ScanResult.FIELDS)
                .toDo("list the scan results");
        return new ResourceReader(server, request).all(ScanResult::of);
    }

    /** Requests that the server stop a scan; the server stops it later. */
    public void stop(String id) throws SecurityCenterException, InterruptedException {
        server.call(
                Request.of(Request.Method.POST, "/scanResult/" + id + "/stop").toDo("stop scan result " + id));
    }

    /**
     * Downloads a raw scan result, normally a zip file with one {@code .nessus} file; some servers send the file
     * itself.
     *
     * @return the number of bytes written
     */
    public long download(String id, Download.Target target) throws SecurityCenterException, InterruptedException {
        return server.download(raw(id), new Download(target, FileType.RAW_RESULT));
    }

    /**
     * Downloads the {@code .nessus} file of a raw scan result, which is extracted from its zip file while it is
     * received.
     *
     * @return the number of bytes written
     */
    public long export(String id, Download.Target target) throws SecurityCenterException, InterruptedException {
        return server.download(raw(id), new Download(target, new NessusZipReader(), FileType.NESSUS));
    }

    private static Request raw(String id) {
        return Request.post(
                        "/scanResult/" + id + "/download",
                        JsonNodeFactory.instance.objectNode().put("downloadType", "v2"))
                .effect(Request.Effect.DOWNLOADS)
                .toDo("download scan result " + id);
    }

    /**
     * Starts the import of an uploaded {@code .nessus} file. The response does not contain the id of the new scan
     * result. The request is sent once.
     */
    public void importFile(UploadedFile file, Repository repository)
            throws SecurityCenterException, InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("filename", file.name());
        body.putObject("repository").put("id", repository.id());
        server.call(Request.post("/scanResult/import", body)
                .toDo("import file " + file.originalName() + " into repository \"" + repository.name() + "\""));
    }
}
