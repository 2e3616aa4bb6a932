package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.securitycenter.model.Attributes;
import io.jenkins.plugins.securitycenter.model.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Definitions of scans that are made for one run ({@code /scan}). Their results outlive them. */
public final class OnDemandScans {

    /**
     * A definition that carries a mark.
     *
     * @param created when it was made, if the server tells
     */
    public record Marked(String id, String name, ScanMark mark, Optional<Instant> created) {}

    /** A definition whose names were all found, so that the server can be asked to make it. */
    public record Draft(String name, ObjectNode body) {}

    private final SecurityCenter server;

    public OnDemandScans(SecurityCenter server) {
        this.server = server;
    }

    /**
     * Looks up what the scan names; changes nothing on the server.
     *
     * @throws IllegalArgumentException with a sentence when a name belongs to no object, or to several
     */
    public Draft draft(OnDemandScan scan) throws SecurityCenterException, InterruptedException {
        return new Draft(scan.name(), body(scan));
    }

    /**
     * Creates a definition that never starts by itself. Sent once; when the response is lost, the definition can be
     * found by its mark, which must therefore be of this build alone.
     *
     * @return the id
     */
    public String create(Draft draft, ScanMark mark) throws SecurityCenterException, InterruptedException {
        return new Resource<>(server, Kind.SCAN)
                .create(draft.body().deepCopy().put("description", mark.description()))
                .id();
    }

    /** The id of the definition with this mark, if there is one. */
    public Optional<String> find(ScanMark mark) throws SecurityCenterException, InterruptedException {
        return marked().stream()
                .filter(one -> one.mark().equals(mark))
                .map(Marked::id)
                .findFirst();
    }

    /** All definitions that carry a mark, of whichever Jenkins. */
    public List<Marked> marked() throws SecurityCenterException, InterruptedException {
        Request request = Request.get("/scan")
                .query("fields", "id,name,description,createdTime")
                .toDo("list the scans");
        return new Records(server, request)
                .all(OnDemandScans::marked).stream().flatMap(Optional::stream).toList();
    }

    private static Optional<Marked> marked(Attributes scan) {
        return ScanMark.in(scan.text("description"))
                .map(mark -> new Marked(scan.id("id"), scan.line("name"), mark, scan.time("createdTime")));
    }

    /** Removes a definition; one that is gone already is none of the caller's worries. */
    public void delete(String id) throws SecurityCenterException, InterruptedException {
        try {
            new Resource<>(server, Kind.SCAN).delete(id);
        } catch (RefusedException e) {
            if (!e.missing()) {
                throw e;
            }
        }
    }

    private ObjectNode body(OnDemandScan scan) throws SecurityCenterException, InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("name", scan.name()).put("type", "policy");
        body.set("policy", reference(Kind.POLICY, scan.policy()));
        body.set("repository", reference(Kind.REPOSITORY, scan.repository()));
        body.put("ipList", scan.scope().targets().text());
        for (String asset : scan.scope().assets()) {
            body.withArray("assets").add(reference(Kind.ASSET, asset));
        }
        for (String credential : scan.credentials()) {
            body.withArray("credentials").add(reference(Kind.CREDENTIAL, credential));
        }
        if (!scan.zone().isBlank()) {
            body.set("zone", reference(Kind.ZONE, scan.zone()));
        }
        if (!scan.maxScanTime().matches("0*")) {
            body.put("maxScanTime", scan.maxScanTime());
        }
        body.putObject("schedule").put("type", "template");
        return body;
    }

    private <T extends Named> ObjectNode reference(Kind<T> kind, String nameOrId)
            throws SecurityCenterException, InterruptedException {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", new Resource<>(server, kind).find(nameOrId).id());
    }
}
