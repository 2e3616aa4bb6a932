package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.model.Repository;
import io.jenkins.plugins.securitycenter.model.ScanCoverage;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import io.jenkins.plugins.securitycenter.model.UploadedFile;
import java.time.Instant;
import java.util.List;

/** The runs of scans ({@code /scanResult}). */
public final class ScanResults {

    /** Beyond any date, since the default end of a list is the server's idea of now. */
    static final String NO_END = "9999999999";

    private final SecurityCenter server;

    /** @param server left open */
    public ScanResults(SecurityCenter server) {
        this.server = server;
    }

    /** {@code GET /scanResult/{id}}. */
    public ScanResult get(String id) throws SecurityCenterException, InterruptedException {
        Request request = Request.get("/scanResult/" + id)
                .query("fields", ScanResult.FIELDS)
                .toDo("read scan result " + id);
        return new Records(server, request).existing(ScanResult::of);
    }

    /** What the run can have found. */
    public ScanCoverage coverage(String id) throws SecurityCenterException, InterruptedException {
        Request request = Request.get("/scanResult/" + id)
                .query("fields", ScanCoverage.FIELDS)
                .toDo("read the findings of scan result " + id);
        return new Records(server, request).existing(ScanCoverage::of);
    }

    /** All runs that were created since then, in one call; without a bound the server would only list 30 days. */
    public List<ScanResult> createdSince(Instant start) throws SecurityCenterException, InterruptedException {
        Request request = Request.get("/scanResult")
                .query("filter", "usable")
                .query("startTime", Long.toString(Math.max(0, start.getEpochSecond())))
                .query("endTime", NO_END)
                .query("fields", ScanResult.FIELDS)
                .toDo("list the scan results");
        return new Records(server, request).all(ScanResult::of);
    }

    /** Asks the server to stop a run, which it then does in its own time. */
    public void stop(String id) throws SecurityCenterException, InterruptedException {
        server.call(
                Request.of(Request.Method.POST, "/scanResult/" + id + "/stop").toDo("stop scan result " + id));
    }

    /**
     * The raw result: normally a zip with one {@code .nessus} file, from some servers the file itself.
     *
     * @return the number of bytes written
     */
    public long download(String id, Download.Target target) throws SecurityCenterException, InterruptedException {
        return server.download(raw(id), new Download(target, FileKind.RAW_RESULT));
    }

    /**
     * The {@code .nessus} file of a raw result, taken out of its zip while it arrives.
     *
     * @return the number of bytes written
     */
    public long export(String id, Download.Target target) throws SecurityCenterException, InterruptedException {
        return server.download(raw(id), new Download(target, new RawResult(), FileKind.NESSUS));
    }

    private static Request raw(String id) {
        return Request.post(
                        "/scanResult/" + id + "/download",
                        JsonNodeFactory.instance.objectNode().put("downloadType", "v2"))
                .effect(Request.Effect.DOWNLOADS)
                .toDo("download scan result " + id);
    }

    /** Begins the import of an uploaded {@code .nessus} file. The answer does not tell the new scan result. Sent once. */
    public void importFile(UploadedFile file, Repository repository)
            throws SecurityCenterException, InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("filename", file.name());
        body.putObject("repository").put("id", repository.id());
        server.call(Request.post("/scanResult/import", body)
                .toDo("import file " + file.originalName() + " into repository \"" + repository.name() + "\""));
    }
}
