package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException.Attempt;
import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Scan;
import io.jenkins.plugins.securitycenter.model.ScanResult;
import java.util.List;

/** The active scans that the account may use ({@code /scan}). */
public final class Scans {

    private final SecurityCenter server;

    Scans(SecurityCenter server) {
        this.server = server;
    }

    /** All of them. */
    public List<Scan> list() throws SecurityCenterException, InterruptedException {
        Request request = Request.get("/scan")
                .query("filter", "usable")
                .query("fields", Scan.FIELDS)
                .toDo("list the scans");
        return Listing.of(server.call(request)).stream().map(Scan::of).toList();
    }

    /**
     * The scan of that name or id; a name in digits wins over an id.
     *
     * @throws IllegalArgumentException with a sentence when there is none, or several have the name
     */
    public Scan find(String nameOrId) throws SecurityCenterException, InterruptedException {
        return new Lookup<>("Scan", Scan::id, Scan::name, server.endpoint().name()).find(nameOrId, list());
    }

    /** Starts a scan and returns its new run, of which little more than the id is known. Sent once. */
    public ScanResult launch(Scan scan) throws SecurityCenterException, InterruptedException {
        String operation = "launch scan \"" + scan.name() + "\"";
        Request request = Request.post("/scan/" + scan.id() + "/launch", JsonNodeFactory.instance.objectNode())
                .toDo(operation);
        JsonNode answer = server.call(request);
        ScanResult result = ScanResult.of(Attributes.of(answer).object("scanResult"));
        if (result.id().isEmpty()) {
            throw new UnexpectedAnswerException(
                    new Attempt(server.endpoint().name(), operation),
                    200,
                    "the answer names no scan result.",
                    false,
                    null);
        }
        return result;
    }
}
