package io.jenkins.plugins.securitycenter.client.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.client.ResourceReader;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.transport.ErrorResponseException;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.client.transport.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.ScanTargets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Creates, finds and deletes the definitions of on-demand scans ({@code /scan}). The scan results remain when a
 * definition is deleted.
 */
public final class OnDemandScans {

    /**
     * A scan definition with a mark.
     *
     * @param created when it was created, if the server sent that
     */
    public record Marked(String id, String name, ScanOwnerTag mark, Optional<Instant> created) {}

    /** A scan definition that can be created, because all objects that it refers to were found. */
    public record Draft(String name, ObjectNode body) {}

    private final SecurityCenter server;

    public OnDemandScans(SecurityCenter server) {
        this.server = server;
    }

    /**
     * Creates a scan definition without a schedule. The request is sent once; if its response is lost, the definition
     * can be found by its mark, which must therefore be unique to this build.
     *
     * @return the id
     */
    public String create(Draft draft, ScanOwnerTag mark) throws SecurityCenterException, InterruptedException {
        return new Resource<>(server, ResourceType.SCAN)
                .create(draft.body().deepCopy().put("description", mark.description()))
                .id();
    }

    /** Returns the id of the scan definition with this mark, if there is one. */
    public Optional<String> find(ScanOwnerTag mark) throws SecurityCenterException, InterruptedException {
        return marked().stream()
                .filter(one -> one.mark().equals(mark))
                .map(Marked::id)
                .findFirst();
    }

    /** Returns all scan definitions with a mark, of any Jenkins controller. */
    public List<Marked> marked() throws SecurityCenterException, InterruptedException {
        Request request = Request.get("/scan")
                .query("fields", "id,name,description,createdTime")
                .toDo("list the scans");
        return new ResourceReader(server, request)
                .all(OnDemandScans::marked).stream().flatMap(Optional::stream).toList();
    }

    private static Optional<Marked> marked(Attributes scan) {
        return ScanOwnerTag.in(scan.text("description"))
                .map(mark -> new Marked(scan.id("id"), scan.line("name"), mark, scan.time("createdTime")));
    }

    /** Deletes a scan definition; succeeds if it does not exist any more. */
    public void delete(String id) throws SecurityCenterException, InterruptedException {
        try {
            new Resource<>(server, ResourceType.SCAN).delete(id);
        } catch (ErrorResponseException e) {
            if (!e.missing()) {
                throw e;
            }
        }
    }

    /** Returns the body of a request for a scan without a schedule, still without references. */
    static ObjectNode body(String name, ScanTargets targets) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("name", name).put("type", "policy").put("ipList", targets.text());
        body.putObject("schedule").put("type", "template");
        return body;
    }

    /** Returns a reference to an object for the body of a request. */
    static ObjectNode reference(String id) {
        return JsonNodeFactory.instance.objectNode().put("id", id);
    }
}
